import type { CommunityAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { readAsked } from "@/lib/search/input";
import { likeThese, marksIn, meaningOf, postsSaying } from "@/lib/search/queries";
import { openToSearch, search } from "@/lib/search/search";
import { termsOf } from "@/lib/search/terms";
import * as who from "./principals";
import type { World } from "./principals-world";
import { type Cell, community, type Row, type Rows } from "./surfaces-acts";
import type { DoorRow, DoorRows } from "./surfaces-doors";

type Room = "members" | "insiders" | "hidden";
const readers = { members: who.readingMembers, insiders: who.readingInsiders, hidden: who.readingInsiders };
const act = (proof: string, allowed: who.Who, run: (access: CommunityAccess, cell: Cell) => unknown): Row => ({
  ...community(run),
  proof,
  who: allowed,
});

/** A title is one word that stands nowhere else. */
const wordOf = (w: World, room: Room) => w.a.talk[room].thread.title;
const mistyped = (w: World, room: Room) => `${wordOf(w, room).slice(0, -1)}zz `;
const found = async (access: CommunityAccess, words: string, more: Record<string, string> = {}) => {
  const answer = await search(await openToSearch(access), readAsked({ q: words, ...more }), undefined, { gone: "" });
  if (answer.state !== "found") throw new Error(`The search answered ${answer.state}.`);
  return answer;
};

const inRoom = (room: Room): Rows => ({
  [`search/search.search what is said in ${room}`]: act("InsideAccess", readers[room], async (access, { w }) => {
    const word = wordOf(w, room);
    const { hits, named, instead } = await found(access, `${word} `);
    const titles = [...hits.map(({ titleText }) => titleText), ...named.map(({ title }) => title)];
    if (!titles.includes(word) && instead !== word) throw refuse.notFound();
  }),
  [`search/search.search in ${room} alone`]: act("InsideAccess", readers[room], async (access, { w }) => {
    const { total } = await found(access, "cnry", { space: w.a.rooms[room].slug });
    if (total === 0) throw refuse.notFound();
  }),
  [`search/search.search what is mistyped of what is said in ${room}`]: act(
    "InsideAccess",
    readers[room],
    async (access, { w }) => {
      const { instead, named } = await found(access, mistyped(w, room));
      const word = wordOf(w, room);
      if (instead !== word && !named.some(({ title }) => title === word)) throw refuse.notFound();
    },
  ),
  [`search/queries.likeThese words of ${room}`]: act("InsideAccess", readers[room], async (access, { w }) => {
    const like = await likeThese(await openToSearch(access), readAsked({}), [mistyped(w, room).trim()]);
    if (![...like.values()].includes(wordOf(w, room))) throw refuse.notFound();
  }),
  [`search/queries.postsSaying something of ${room}`]: act("InsideAccess", readers[room], async (access, { w }) => {
    const inside = await openToSearch(access);
    const meaning = await meaningOf(inside, termsOf(wordOf(w, room)));
    if ((await postsSaying(inside, readAsked({}), meaning)).total === 0) throw refuse.notFound();
  }),
});

export const searchActs: Rows = {
  "search/search.openToSearch": act("CommunityAccess", who.everyone, (access) => openToSearch(access)),
  "search/search.openToSearch a hidden room": act("CommunityAccess", who.readingInsiders, async (access, { w }) => {
    const { inside } = await openToSearch(access);
    if (!inside.some(({ id }) => id === w.a.rooms.hidden.id)) throw refuse.notFound();
  }),
  "search/queries.meaningOf": act("InsideAccess", who.everyone, async (access) =>
    meaningOf(await openToSearch(access), termsOf("open")),
  ),
  "search/queries.marksIn": act("InsideAccess", who.everyone, async (access) => {
    const inside = await openToSearch(access);
    const texts = [{ language: "english", keys: ["open"] }];
    const [marked] = await marksIn(inside, await meaningOf(inside, termsOf("open")), texts);
    if (marked !== "<open>") throw new Error(`It was marked as ${marked}.`);
  }),
  ...inRoom("members"),
  ...inRoom("insiders"),
  ...inRoom("hidden"),
};

/** Whoever asks sees what they may read: the canaries hold that, of which every word begins alike. */
const searching = (asked: (w: World) => string): DoorRow => ({
  path: (w) => `/${w.a.community}/search${asked(w)}`,
  who: who.everyone,
  else: [],
});

export const searchPages: DoorRows = {
  "GET /[community]/search": searching(() => ""),
  "GET /[community]/search of marked words": searching(() => "?q=cnry"),
  "GET /[community]/search of everything, by what narrows it alone": searching(() => "?from=2000-01-01&sort=latest"),
  "GET /[community]/search with a picture": searching(() => "?picture=1"),
  "GET /[community]/search of a tag": searching((w) => `?tag=${w.a.talk.insiders.tag.slug}`),
  "GET /[community]/search in a hidden room": searching((w) => `?q=cnry&space=${w.a.rooms.hidden.slug}`),
  "GET /[community]/search of a mistyped word among insiders": searching(
    (w) => `?q=${encodeURIComponent(mistyped(w, "insiders"))}`,
  ),
  "GET /[community]/search by an insider": searching(() => "?by=insider"),
};
