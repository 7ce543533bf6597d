import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { communities } from "@/db/schema/communities";
import { openPost, openPostRemoval } from "@/lib/access/gate";
import {
  openLexicon,
  openLexiconInside,
  openLoreToRemove,
  openTerm,
  openTermToTell,
  openTermToVote,
} from "@/lib/access/gate-lexicon";
import { removeLore, voteOnTerm, writeLore } from "@/lib/lexicon/commands";
import { candidateTerms, confirmedTerms, ritualsHere, termHere, usesHere, wordingsOf } from "@/lib/lexicon/queries";
import { removePost } from "@/lib/posts/commands";
import { eraseMe } from "@/lib/privacy/commands";
import { askForPulse } from "@/lib/pulse/commands";
import { changeCommunitySetting, changeMemberSetting } from "@/lib/settings/commands";
import { changeSpace } from "@/lib/spaces/commands";
import { as, onFreshDatabase } from "../jobs/product";
import { aHouse, aSpace, type House, key, lately, plant, takeWaiting } from "../pulse/planted";

onFreshDatabase();

const small = { people: 36, weeks: 12 };

async function aTalkingHouse() {
  const house = await aHouse();
  await db().update(communities).set({ zone: "UTC" }).where(eq(communities.slug, house.slug));
  const meadow = await aSpace(house, "meadow", "everyone");
  const messages = lately("tight", small);
  const planted = await plant(house, meadow, messages);
  return { house, meadow, messages, ...planted };
}
const take = async (house: House) => {
  await askForPulse(await house.desk(), {}, key());
  await takeWaiting();
};
const lexiconAs = async (house: House, who: string | null) =>
  openLexiconInside(openLexicon(who === null ? await house.asVisitor() : await house.to(who)));
const candidates = async (house: House, who: string | null) => (await candidateTerms(await lexiconAs(house, who))).rows;
const confirmed = async (house: House, who: string | null) => (await confirmedTerms(await lexiconAs(house, who))).rows;
const termAs = async (house: House, who: string | null, id: string) => openTerm(await lexiconAs(house, who), id);
const vote = async (house: House, who: string, term: string, says: "ours" | "not ours" | "nothing") =>
  voteOnTerm(openTermToVote(await termAs(house, who, term)), { says }, key());
const tell = async (house: House, who: string, term: string, text: string, revision = 0) =>
  writeLore(openTermToTell(await termAs(house, who, term)), { text, revision }, key());
const show = async (house: House, value: "managers" | "members" | "everyone") =>
  changeCommunitySetting(await house.desk(), { setting: "pulseShown", value }, key());
const some = (people: Map<string, string>, n: number) => [...people.values()].slice(0, n);

test("when the pulse is taken its words are kept: who says them, since when, where it began and where it went", async () => {
  const { house, messages, people, posts } = await aTalkingHouse();
  await take(house);
  const [mia] = some(people, 1);
  const found = await candidates(house, mia!);
  expect(found.length).toBeGreaterThan(5);
  const { term, users, weeks, firstBy, firstAt, id } = found[0]!;
  const saying = messages.filter(({ text }) => text.split(" ").includes(term));
  expect(users).toBe(new Set(saying.map(({ author }) => author)).size);
  expect(firstBy).toBe(saying[0]!.author);
  expect(firstAt).toBe(`${new Date(saying[0]!.at).toISOString().slice(0, 19)}Z`);
  expect(weeks).toHaveLength(26);
  expect(Math.max(...weeks)).toBeGreaterThan(0);
  const uses = await usesHere(await termAs(house, mia!, id));
  expect(uses[0]).toMatchObject({ id: posts.get(saying[0]!.id), first: true, space: "The meadow" });
  expect(uses.filter(({ first }) => first)).toHaveLength(1);
  expect(new Set(uses.map(({ author }) => author)).size).toBe(uses.length);

  // Taken again, the same words stand there once.
  await take(house);
  expect((await candidates(house, mia!)).map((one) => one.id)).toEqual(found.map((one) => one.id));

  // What is removed shows no more; whoever said it first is not told then.
  const post = await openPost(await house.to(house.owner), posts.get(saying[0]!.id)!);
  await removePost(openPostRemoval(post), { why: "Off topic." }, key());
  const after = await usesHere(await termAs(house, mia!, id));
  expect(after.map((one) => one.id)).not.toContain(post.post.id);
  expect(after.some(({ first }) => first)).toBe(false);
  expect((await candidates(house, mia!)).find((one) => one.id === id)?.firstBy).toBeNull();
});

test("no word from a closed space is known outside it: neither its text, nor its page, nor a number", async () => {
  const { house, meadow, people, messages } = await aTalkingHouse();
  const badge = await house.aBadge("Lamp");
  const inner = await aSpace(house, "lamp", "badges", badge);
  const hall = await aSpace(house, "hall", "members");
  const renamed = (from: string) =>
    messages.map((one) => ({ ...one, text: one.text.replaceAll(/\b(\w*(?:qua|xor|mel|dut|fen)\w)\b/g, `$1${from}`) }));
  await plant(house, inner, renamed("lamplit"), people);
  await plant(house, hall, renamed("hallish"), people);
  await show(house, "everyone");
  await take(house);
  const [mia] = some(people, 1);
  const words = async (who: string | null) => (await candidates(house, who)).map(({ term }) => term);
  const all = async (who: string | null) => (await words(who)).join(" ");
  expect(await words(null)).not.toEqual([]);
  expect(await all(null)).not.toMatch(/lamplit|hallish/);
  expect(await all(mia!)).toMatch(/hallish/);
  expect(await all(mia!)).not.toMatch(/lamplit/);
  expect(await all(house.owner)).toMatch(/lamplit/);

  const inside = (await candidates(house, house.owner)).find(({ term }) => term.includes("lamplit"))!;
  const among = (await candidates(house, mia!)).find(({ term }) => term.includes("hallish"))!;
  await expect(termAs(house, mia!, inside.id)).rejects.toMatchObject({ status: 404 });
  await expect(termAs(house, null, among.id)).rejects.toMatchObject({ status: 404 });

  // Whom nobody outside asked may not be told outside: a word of the hall, confirmed and told among members, stays there.
  for (const who of some(people, 3)) await vote(house, who, among.id, "ours");
  await tell(house, mia!, among.id, "It began in the hall.");
  expect((await confirmed(house, mia!)).map(({ id }) => id)).toEqual([among.id]);
  expect(await confirmed(house, null)).toEqual([]);

  // Closed since: what was counted in it is known to who reads it, and to nobody else.
  const open = (await candidates(house, null))[0]!;
  await expect(termAs(house, null, open.id)).resolves.toBeDefined();
  const facts = { name: "The meadow", slug: "meadow", purpose: "Where some talk.", door: "hidden" } as const;
  const closed = { readAudience: "members", writeAudience: "members", readBadges: [], writeBadges: [] } as const;
  await changeSpace(await house.desk(), { ...facts, ...closed, needs: "any", space: meadow } as never, key());
  expect(await words(null)).toEqual([]);
  await expect(termAs(house, null, open.id)).rejects.toMatchObject({ status: 404 });
  await expect(termAs(house, mia!, open.id)).resolves.toBeDefined();
});

test("a word that becomes known outside later takes none of the lore with it that was told among members", async () => {
  const { house, people } = await aTalkingHouse();
  await take(house);
  const [mia, bo, cy] = some(people, 3);
  const [word] = await candidates(house, mia!);
  for (const who of [mia!, bo!, cy!]) await vote(house, who, word!.id, "ours");
  await tell(house, mia!, word!.id, "Told among ourselves.");
  await show(house, "everyone");
  expect((await confirmed(house, null))[0]).toMatchObject({ id: word!.id, lore: null });
  expect((await termHere(await termAs(house, null, word!.id))).lore).toBeNull();
  expect(await wordingsOf(await termAs(house, null, word!.id))).toEqual([]);
  await tell(house, bo!, word!.id, "Told to everybody.", 1);
  expect((await confirmed(house, null))[0]).toMatchObject({ lore: "Told to everybody." });
  expect((await wordingsOf(await termAs(house, null, word!.id))).map(({ text }) => text)).toEqual([
    "Told to everybody.",
  ]);
});

test("three members and more for it than against it make a word theirs; the brand has no say, and a vote goes with its member", async () => {
  const { house, people } = await aTalkingHouse();
  await take(house);
  const [mia, bo, cy, di, el, fi] = some(people, 6) as [string, string, string, string, string, string];
  const [word] = await candidates(house, mia);
  const id = word!.id;
  const state = async () => (await termHere(await termAs(house, mia, id))).state;
  await expect(vote(house, house.owner, id, "ours")).rejects.toMatchObject({
    status: 403,
    code: "lexicon.membersVote",
  });
  await expect(tell(house, house.owner, id, "Ours.")).rejects.toMatchObject({ status: 403 });
  await vote(house, mia, id, "ours");
  await vote(house, mia, id, "ours");
  await vote(house, bo, id, "ours");
  expect(await state()).toBe("asked");
  await Promise.all([vote(house, cy, id, "ours"), vote(house, cy, id, "ours")]);
  expect(await termHere(await termAs(house, mia, id))).toMatchObject({ state: "ours", ours: 3, others: 0, mine: true });
  expect((await candidates(house, mia)).map((one) => one.id)).not.toContain(id);
  for (const who of [di, el, fi]) await vote(house, who, id, "not ours");
  expect(await state()).toBe("not ours");
  expect([...(await candidates(house, mia)), ...(await confirmed(house, mia))].map((one) => one.id)).not.toContain(id);
  await vote(house, fi, id, "nothing");
  expect(await state()).toBe("ours");
  // Whom the brand pays since, and who left, count no more.
  await db().execute(sql`update memberships set role = 'representative', employed = true where person_id = ${bo}`);
  expect(await state()).toBe("asked");
  await expect(vote(house, bo, id, "ours")).rejects.toMatchObject({ status: 403 });
  await db().execute(sql`update memberships set employed = false where person_id = ${bo}`);
  expect(await state()).toBe("ours");
  await db().execute(sql`delete from memberships where person_id = ${cy}`);
  expect(await state()).toBe("asked");
});

test("lore: every wording is kept, a later saving overwrites nobody's unseen one, and a moderator takes one out with a reason", async () => {
  const { house, people } = await aTalkingHouse();
  await take(house);
  const [mia, bo] = some(people, 2) as [string, string];
  const [word] = await candidates(house, mia);
  const id = word!.id;
  await tell(house, mia, id, "It began with a **bat**.");
  await expect(tell(house, bo, id, "No, with a moth.")).rejects.toMatchObject({
    status: 409,
    code: "lexicon.toldMeanwhile",
  });
  const both = await Promise.allSettled([tell(house, mia, id, "One.", 1), tell(house, bo, id, "Two.", 1)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const term = async (who: string) => termAs(house, who, id);
  expect((await wordingsOf(await term(mia))).map(({ version }) => version)).toEqual([2, 1]);
  expect((await termHere(await term(mia))).lore).toMatchObject({ version: 2 });

  await expect(async () => openLoreToRemove(await term(mia))).rejects.toMatchObject({ status: 404 });
  const out = async (version: number) =>
    removeLore(openLoreToRemove(await term(house.owner)), { version, why: "It names somebody." }, key());
  await out(2);
  await expect(out(2)).rejects.toMatchObject({ code: "lexicon.removedAlready" });
  const now = await termHere(await term(mia));
  expect(now).toMatchObject({ lore: null, revision: 3 });
  // Whoever had opened it before it was taken out does not bring it back unseen.
  await expect(tell(house, bo, id, "Two again.", 2)).rejects.toMatchObject({ status: 409 });
  const writer = now.wordings === 2 && both[0]!.status === "fulfilled" ? mia : bo;
  const other = writer === mia ? bo : mia;
  expect((await wordingsOf(await term(writer)))[0]).toMatchObject({ removed: true, removedWhy: "It names somebody." });
  expect((await wordingsOf(await term(other)))[0]).toMatchObject({ removed: true, text: null, removedWhy: null });
  await tell(house, bo, id, "Somebody said it at dusk.", 3);
  expect((await termHere(await term(mia))).lore?.text).toBe("Somebody said it at dusk.");
});

test("names of people are no words of others, and who leaves the score stands in none", async () => {
  const { house, people } = await aTalkingHouse();
  await take(house);
  const [mia, bo] = some(people, 2) as [string, string];
  const [first, second, third] = await candidates(house, mia);
  await db().execute(sql`update people set name = ${`Bo ${first!.term.toUpperCase()}`} where id = ${bo}`);
  await vote(house, mia, second!.id, "ours");
  await db().execute(sql`update people set name = ${second!.term} where id = ${mia}`);
  await take(house);
  const words = (await candidates(house, mia)).map(({ term }) => term);
  expect(words).not.toContain(first!.term);
  // Nobody takes a word from the others by calling themselves so.
  expect(words).toContain(second!.term);
  // Nor does a name come back as a word when its person is gone.
  await eraseMe(await as(bo), { mode: "name" }, key());
  await take(house);
  expect((await candidates(house, mia)).map(({ term }) => term)).not.toContain(first!.term);

  const begun = people.get(third!.firstBy!)!;
  await changeMemberSetting(await house.member(begun), { setting: "inPulse", value: false }, key());
  expect((await candidates(house, mia)).find(({ id }) => id === third!.id)?.firstBy).toBeNull();
  await take(house);
  const later = (await candidates(house, mia)).find(({ id }) => id === third!.id);
  expect(later?.users ?? 0).toBeLessThan(third!.users);
  expect(later?.firstBy).not.toBe(third!.firstBy);
});

test("a word that nobody confirmed goes when nobody says it; one that members told of stays as long as a post stands", async () => {
  const { house, meadow, people } = await aTalkingHouse();
  await take(house);
  const [mia] = some(people, 1) as [string];
  const [told, plain] = await candidates(house, mia);
  await tell(house, mia, told!.id, "It began at dusk.");
  await db().execute(sql`update posts set created_at = created_at - interval '500 days'`);
  await take(house);
  await expect(termAs(house, mia, plain!.id)).rejects.toMatchObject({ status: 404 });
  expect((await termHere(await termAs(house, mia, told!.id))).lore?.text).toBe("It began at dusk.");
  // Where all of it went behind a closed door, it is no word of those outside.
  const hidden = await aSpace(house, "cellar", "badges", await house.aBadge("Key"));
  await db().execute(sql`update threads set space_id = ${hidden} where space_id = ${meadow}`);
  await take(house);
  await expect(termAs(house, mia, told!.id)).rejects.toMatchObject({ status: 404 });
});

test("rituals: threads begun again and again, with the members who return, as far as a reader reads them", async () => {
  const { house, meadow, people } = await aTalkingHouse();
  const [mia, bo, cy, di, el] = some(people, 5) as [string, string, string, string, string];
  const badge = await house.aBadge("Lamp");
  const inner = await aSpace(house, "lamp", "badges", badge);
  const days = 86_400_000;
  const begin = async (space: string, title: string, back: number, speaking: string[]) => {
    const at = Date.now() - 2 * days - back * 7 * days;
    const one = (author: string, n: number) => ({
      kind: "message" as const,
      id: `${title} ${back} ${n}`,
      author,
      at: at + n * 60_000,
      thread: `${title} ${back}`,
      text: "Here we are again.",
    });
    const { posts } = await plant(house, space, speaking.map(one), new Map(speaking.map((id) => [id, id])));
    const [post] = posts.values();
    await db().execute(
      sql`update threads set title = ${title} where id = (select thread_id from posts where id = ${post})`,
    );
  };
  for (let back = 0; back < 5; back++) {
    await begin(meadow, `Night recordings ${5 - back}`, back, [mia, bo, cy, ...(back < 2 ? [di] : [])]);
    await begin(inner, `Lamp night ${5 - back}`, back, [mia, bo, cy]);
  }
  await changeMemberSetting(await house.member(bo), { setting: "activityShown", value: false }, key());
  await take(house);
  const here = async (who: string | null) => ritualsHere(await lexiconAs(house, who));
  const [ritual, ...others] = await here(el);
  expect(others).toEqual([]);
  expect(ritual).toMatchObject({ every: 7, back: 3 });
  expect(ritual!.threads.map(({ title }) => title)).toEqual([5, 4, 3, 2, 1].map((n) => `Night recordings ${n}`));
  expect(ritual!.people.map(({ id }) => id).sort()).toEqual([mia, cy].sort());
  expect((await here(bo))[0]!.people.map(({ id }) => id)).toContain(bo);
  expect((await here(house.owner)).flatMap(({ threads }) => threads[0]!.title).sort()).toEqual([
    "Lamp night 5",
    "Night recordings 5",
  ]);

  // Outside nobody is named; what went behind a door is none any more, at once.
  await show(house, "everyone");
  expect(await here(null)).toMatchObject([{ back: 3, people: [] }]);
  await changeMemberSetting(await house.member(cy), { setting: "inPulse", value: false }, key());
  expect(await here(null)).toMatchObject([{ back: 2 }]);
  await db().execute(
    sql`update threads set space_id = ${inner} where title in ('Night recordings 5', 'Night recordings 4')`,
  );
  expect(await here(null)).toEqual([]);
  expect(await here(el)).toEqual([]);
});

test("who deletes their account and their texts takes the stories along, and their votes in any case", async () => {
  const { house, people } = await aTalkingHouse();
  await take(house);
  const [mia, bo] = some(people, 2) as [string, string];
  const [word] = await candidates(house, mia);
  await vote(house, mia, word!.id, "ours");
  await tell(house, mia, word!.id, "It began at dusk.");
  await eraseMe(await as(mia), { mode: "texts" }, key());
  expect(await termHere(await termAs(house, bo, word!.id))).toMatchObject({ lore: null, ours: 0, revision: 1 });
  expect((await wordingsOf(await termAs(house, bo, word!.id)))[0]).toMatchObject({ text: "", by: null });
});
