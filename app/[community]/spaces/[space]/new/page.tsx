import { orNothing } from "@/app/_frames/or-nothing";
import { PollFields } from "@/components/polls/poll-fields";
import { PageHead } from "@/components/shell/page-head";
import { TagField } from "@/components/tags/tag-field";
import { Sees } from "@/components/threads/answer-form";
import { PostText, ThreadTitle } from "@/components/threads/post-fields";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openSpace, openSpaceToWrite } from "@/lib/access/gate";
import { answerWith } from "@/lib/realtime/http-events";
import { longestTitle } from "@/lib/threads/input";
import { openCommunityPage } from "../../../open";
import { pollWords } from "../../../polls/words";
import { tagFieldFor } from "../../../tags/open";
import { writingHelp } from "../../../writing";
import { Outside } from "../outside";
import { SpaceTrail } from "../trail";

type Params = Promise<{ community: string; space: string }>;

export default orNothing(async function StartThreadPage({ params }: { params: Params }) {
  const { access, words, slug, community, formTo } = await openCommunityPage(params);
  const found = await openSpace(access, (await params).space);
  if ("outside" in found) {
    // Every address under a door, existing or not, is the same door.
    answerWith(404);
    return Outside({ access: found.outside });
  }
  const { space } = openSpaceToWrite(found.inside);
  const w = words.threads;
  const tagField = await tagFieldFor(access, words);
  const form = formTo("start-thread");
  return (
    <div className="column">
      <PageHead
        before={<SpaceTrail words={words} slug={slug} space={space} />}
        title={w.startIn({ space: space.name })}
        lead={w.startLead}
      />
      <Form
        {...form}
        submitLabel={w.post}
        beside={<Sees audience={space.readAudience}>{w.sees[space.readAudience]}</Sees>}
      >
        <input type="hidden" name="space" value={space.slug} />
        <ThreadTitle returned={form.returned} label={w.title} hint={w.titleHint} longest={longestTitle} />
        <PostText
          returned={form.returned}
          label={w.text}
          hint={w.markdown}
          rows={10}
          extras={writingHelp(words, slug, space)}
        />
        <TagField {...fieldProps(form.returned, "tags")} {...tagField} />
        <PollFields returned={form.returned} words={pollWords(words, community.zone)} />
      </Form>
    </div>
  );
});
