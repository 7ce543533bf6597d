import type { CommunityAccess, InsideAccess } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";
import { readQuery } from "./input";
import { placesNamed } from "./queries";

// Its own file because the palette and the page without scripts offer the same: what is found, and the product's own pages.

export type Suggestion = { href: string; label: string; kind: string };

/** Where one could go for these words, best first; only what this viewer may open. */
export async function suggest(access: InsideAccess, words: Words, asked: unknown): Promise<Suggestion[]> {
  const query = readQuery(asked);
  const { slug } = access.community;
  const w = words.reading.jump;
  const found = (await placesNamed(access, query)).map(({ kind, id, title, spaceId }) =>
    kind === "person"
      ? { href: paths.member(slug, id), label: title, kind: w.person }
      : {
          href: paths.thread(slug, { id, title }),
          label: title,
          kind: access.inside.find((space) => space.id === spaceId)?.name ?? w.thread,
        },
  );
  const spaces = access.inside.map((space) => ({
    href: paths.space(slug, space.slug),
    label: space.name,
    kind: w.space,
  }));
  const near = [...spaces, ...pages(access, words)]
    .map((place) => ({ place, rank: rankOf(place.label, query) }))
    .filter(({ rank }) => rank > 0)
    .sort((a, b) => b.rank - a.rank)
    .map(({ place }) => place);
  if (!query) return [...found.slice(0, 5), ...near].slice(0, 12);
  // Names come first; what was said is a page of its own.
  const said = {
    href: paths.search(slug, { q: query }),
    label: words.search.searchFor({ words: query }),
    kind: words.search.posts,
  };
  return [...[...near.slice(0, 6), ...found].slice(0, 11), said];
}

/** The beginning, the beginning of a word, anywhere; without words everything is as near. */
function rankOf(label: string, query: string): number {
  const at = label.toLowerCase().indexOf(query.toLowerCase());
  if (at < 0) return 0;
  return at === 0 ? 3 : /\s/.test(label[at - 1] ?? "") ? 2 : 1;
}

/** Pages of the product, as far as they are open to who asks. */
function pages({ standing, community: { slug } }: CommunityAccess, words: Words): Suggestion[] {
  const w = words.communities.nav;
  const all: [boolean, string, string][] = [
    [true, paths.community(slug), w.home],
    [true, paths.spaces(slug), w.spaces],
    [may.seeMembers(standing), paths.members(slug), w.members],
    [true, paths.badges(slug), words.badges.many],
    [true, paths.about(slug), words.communities.about],
    [may.invite(standing), paths.invite(slug), w.invite],
    [may.openDesk(standing), paths.manage(slug), w.manage],
    [may.answerReports(standing), paths.manage(slug, "reports"), words.moderation.reports],
    [standing.personId !== null, paths.settingsOf("profile"), words.common.nav.settings],
    [standing.personId === null, paths.signIn(paths.community(slug)), words.common.signIn],
    [true, paths.keys(slug), words.reading.keys.title],
  ];
  return all.filter(([open]) => open).map(([, href, label]) => ({ href, label, kind: words.reading.jump.page }));
}

/** What the palette asks at every pause of typing. */
export async function answerSuggestions(access: InsideAccess, words: Words, request: Request): Promise<Response> {
  const { jump } = words.reading;
  const items = await suggest(access, words, new URL(request.url).searchParams.get("q"));
  return Response.json(
    {
      items,
      words: { title: jump.title, none: jump.none, found: jump.found({ n: items.length }), close: words.common.close },
    },
    { headers: { "cache-control": "private, no-store" } },
  );
}
