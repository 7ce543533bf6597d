import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ThreadList } from "@/components/threads/thread-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { LoadMore } from "@/components/ui/load-more";
import { readCursor } from "@/lib/communities/keyset";
import { refuse } from "@/lib/errors";
import { communityOf, currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { movedTag, tagIn } from "@/lib/tags/queries";
import { threadsIn } from "@/lib/threads/queries";
import { sameForVisitors } from "@/lib/visitors/mark";
import { nextPage, one, openCommunityPage, type Search } from "../../open";
import { threadItems } from "../../thread";
import { insideOf } from "../open";

type Params = Promise<{ community: string; tag: string }>;

/** Title and page ask for the same tag. One that no thread they read carries is not there; an old address is answered 308 with the new one. */
const found = cache(async (community: string, typed: string) => {
  const inside = await insideOf(await communityOf(community));
  const slug = decoded(typed);
  const tag = await tagIn(inside, slug);
  if (tag) return { inside, tag };
  const moved = await movedTag(inside, slug);
  if (!moved) throw refuse.notFound();
  permanentRedirect(paths.tag(community, moved));
});

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw refuse.notFound();
  }
}

export const generateMetadata = titleOrNone(async ({ params }: { params: Params }) => {
  const { community, tag: typed } = await params;
  const [{ tag }, words] = await Promise.all([found(community, typed), currentWords()]);
  return { title: words.tags.title({ tag: tag.name }) };
});

export default orNothing(async function TagPage({ params, searchParams }: { params: Params; searchParams: Search }) {
  const { community: slug, tag: typed } = await params;
  const { inside, tag } = await found(slug, typed);
  const page = await openCommunityPage(params);
  sameForVisitors(page.access);
  const { rows, next } = await threadsIn(inside, readCursor(one((await searchParams).after)), undefined, {
    tag: tag.slug,
  });
  const { words, community } = page;
  const w = words.tags;
  return (
    <>
      <PageHead
        before={<Breadcrumb label={w.many} items={[{ label: w.many, href: paths.tags(slug) }, { label: tag.name }]} />}
        title={w.title({ tag: tag.name })}
        lead={w.threads({ n: tag.threads })}
      />
      <div className="stack">
        <ThreadList threads={threadItems(page, rows, { spaces: inside })} lang={community.locale} />
        <LoadMore href={nextPage(paths.tag(slug, tag.slug), next)} label={words.common.more} />
      </div>
    </>
  );
});
