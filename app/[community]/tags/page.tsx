import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { TagList } from "@/components/tags/tag-list";
import { EmptyState } from "@/components/ui/empty-state";
import { currentWords } from "@/lib/page";
import { tagsIn } from "@/lib/tags/queries";
import { number } from "@/lib/text/numbers";
import { sameForVisitors } from "@/lib/visitors/mark";
import { type CommunityParams, openCommunityPage } from "../open";
import { insideOf, tagLinks } from "./open";

export const generateMetadata = titleOrNone(async () => ({ title: (await currentWords()).tags.many }));

export default orNothing(async function TagsPage({ params }: { params: CommunityParams }) {
  const { access, words, slug, community, locale } = await openCommunityPage(params);
  sameForVisitors(access);
  const tags = await tagsIn(await insideOf(access));
  const w = words.tags;
  const links = tagLinks(slug, tags);
  return (
    <>
      <PageHead title={w.many} lead={w.lead} />
      {tags.length ? (
        <TagList
          lang={community.locale}
          tags={tags.map((tag, index) => ({
            ...links[index]!,
            count: number(tag.threads, locale),
            countLabel: w.threads({ n: tag.threads }),
          }))}
        />
      ) : (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      )}
    </>
  );
});
