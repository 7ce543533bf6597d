import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Wordings } from "@/components/threads/wordings";
import { ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { difference } from "@/lib/posts/difference";
import { versionsOf } from "@/lib/posts/queries";
import { allTyped } from "@/lib/references/queries";
import { absolute, relative } from "@/lib/text/dates";
import { nameOf } from "@/lib/threads/queries";
import { openPostPage, type PostParams } from "../open";

export default orNothing(async function PostHistoryPage({ params }: { params: PostParams }) {
  const { post, words, reader, community, back } = await openPostPage(params);
  const [versions, author] = await Promise.all([versionsOf(post), nameOf(post, post.post.authorId)]);
  const said = await allTyped(
    post,
    versions.map(({ text }) => text),
    words.references,
  );
  const w = words.threads;
  const now = new Date();
  const wordings = versions.map(({ version, at, by }, index) => {
    const text = said[index] ?? "";
    const before = said[index - 1];
    const written = new Date(at);
    return {
      key: version,
      title: index === versions.length - 1 ? w.now : version === 1 ? w.first : w.wording({ n: version }),
      by: (
        <>
          {by ?? words.members.gone},{" "}
          <Time iso={at} text={relative(written, now, reader)} absolute={absolute(written, reader)} />
        </>
      ),
      pieces: before !== undefined ? difference(before, text) : [{ text, how: "same" as const }],
    };
  });
  return (
    <div className="column">
      <PageHead
        title={w.historyTitle}
        lead={w.historyLead({ name: author ?? words.members.gone })}
        actions={<ButtonLink href={back}>{words.common.back}</ButtonLink>}
      />
      <Wordings wordings={wordings.reverse()} lang={community.locale} words={w} />
    </div>
  );
});
