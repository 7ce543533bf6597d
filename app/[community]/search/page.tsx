import type { Metadata } from "next";
import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { SearchForm } from "@/components/search/search-form";
import { PageHead } from "@/components/shell/page-head";
import type { InsideAccess } from "@/lib/access/gate";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { answerWith } from "@/lib/realtime/http-events";
import { type Asked, asAddress, isFiltered, longestQuery, readAsked } from "@/lib/search/input";
import { openToSearch, search } from "@/lib/search/search";
import type { Words } from "@/lib/text";
import { type CommunityParams, one, openCommunityPage, type Search } from "../open";
import { Answered } from "./answered";

type Props = { params: CommunityParams; searchParams: Search };

const askedIn = async (searchParams: Search) => {
  const address = Object.entries(await searchParams).map(([name, value]) => [name, one(value)] as const);
  return { asked: readAsked(Object.fromEntries(address)), after: one((await searchParams).after) };
};

export const generateMetadata = titleOrNone(async ({ searchParams }: Props): Promise<Metadata> => {
  const [{ asked }, words] = await Promise.all([askedIn(searchParams), currentWords()]);
  const typed = asked.words.trim();
  const w = words.search;
  // What somebody looked for is no page of its own to anybody else.
  return { title: typed ? w.titleOf({ words: typed }) : w.title, robots: { index: false } };
});

export default orNothing(async function SearchPage({ params, searchParams }: Props) {
  const page = await openCommunityPage(params);
  const { access, words, slug } = page;
  const [{ asked, after }, inside] = await Promise.all([askedIn(searchParams), openToSearch(access)]);
  const answer = await search(inside, asked, after, { gone: words.members.gone });
  if (answer.state === "tooMany") answerWith(429);
  if (answer.state === "slow") answerWith(503);
  const narrowed = isFiltered(asked);
  return (
    <>
      <PageHead title={words.search.title} lead={answer.state === "idle" ? words.search.lead : undefined} />
      <SearchForm
        action={paths.search(slug)}
        words={words.search}
        asked={asked}
        longest={longestQuery}
        spaces={inside.inside.map((space) => ({ value: space.slug, label: space.name }))}
        narrowed={narrowing(inside, asked, words.search)}
        withoutFilters={paths.search(slug, { q: asked.words })}
      />
      <Answered
        page={page}
        inside={inside}
        asked={asked}
        address={asAddress(asked)}
        answer={answer}
        narrowed={narrowed}
      />
    </>
  );
});

/** What narrows the search and how it is ordered, in words. */
function narrowing(inside: InsideAccess, asked: Asked, w: Words["search"]): string[] {
  return [
    inside.inside.find(({ slug }) => slug === asked.space)?.name,
    asked.by,
    asked.tag && `#${asked.tag.replace(/^#/, "")}`,
    asked.from && `${w.from} ${asked.from}`,
    asked.until && `${w.until} ${asked.until}`,
    asked.picture && w.picture,
    asked.latest && w.latest,
  ].filter((part) => typeof part === "string" && part !== "") as string[];
}
