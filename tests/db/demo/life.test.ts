import { beforeAll, expect, it } from "vitest";
import { closeDb } from "@/db/client";
import { readWorld } from "@/lib/demo/read";
import { asked, plantedPlace } from "./place";

const lives = readWorld().brands.flatMap(({ communities }) =>
  communities.flatMap(({ threads }) => threads.flatMap(({ life }) => life ?? [])),
);
let url = "";

beforeAll(async () => {
  const place = await plantedPlace();
  Object.assign(process.env, place);
  url = place.DATABASE_URL;
  return closeDb;
}, 240_000);

const count = async (question: string) =>
  (await asked<{ n: number }>(url, `select count(*)::int as n ${question}`))[0]!.n;

it("its people react in all seven ways, mostly to like and to love, as the files say and when they were there", async () => {
  const told: Record<string, number> = {};
  for (const { reactions } of lives)
    for (const kinds of Object.values(reactions))
      for (const [kind, people] of Object.entries(kinds)) told[kind] = (told[kind] ?? 0) + people.length;
  const rows = await asked<{ kind: string; n: number }>(
    url,
    "select kind, count(*)::int as n from reactions group by 1 order by 2 desc",
  );
  expect(Object.fromEntries(rows.map(({ kind, n }) => [kind, n]))).toEqual(told);
  expect(rows).toHaveLength(7);
  expect(rows.slice(0, 2).map(({ kind }) => kind)).toEqual(["like", "love"]);
  const unfit = await asked(
    url,
    `select from reactions r join posts p on p.community_id = r.community_id and p.id = r.post_id
     where r.person_id = p.author_id or r.reacted_at <= p.created_at or r.reacted_at >= now()`,
  );
  expect(unfit).toHaveLength(0);
});

it("questions are answered, most of the bench's by who asked", async () => {
  const rows = await asked<{ slug: string; questions: boolean; own: boolean; late: boolean }>(
    url,
    `select s.slug, s.questions, a.chosen_by = t.author_id as own, a.chosen_at > p.created_at as late
     from thread_answers a join threads t on t.community_id = a.community_id and t.id = a.thread_id
     join spaces s on s.community_id = t.community_id and s.id = t.space_id
     join posts p on p.community_id = a.community_id and p.id = a.post_id`,
  );
  expect(rows).toHaveLength(lives.filter(({ answer }) => answer).length);
  expect(rows.every(({ questions, late }) => questions && late)).toBe(true);
  expect(new Set(rows.map(({ slug }) => slug))).toEqual(new Set(["six-screws", "owners-corner"]));
  expect(rows.filter(({ own }) => own).length).toBeGreaterThan(rows.length / 2);
});

it("one thread is locked and says why, one is pinned to a space and one to a front page", async () => {
  const locked = await asked<{ title: string; why: string }>(
    url,
    "select title, locked_why as why from threads where locked_at is not null",
  );
  expect(locked).toEqual([
    { title: "Does anyone actually talk on here?", why: lives.flatMap(({ locked }) => locked?.why ?? [])[0] },
  ]);
  const pinned = await asked(
    url,
    `select t.title, k.place_id = t.space_id as space from thread_pins k
     join threads t on t.community_id = k.community_id and t.id = k.thread_id order by 1`,
  );
  expect(pinned).toEqual([
    { title: "Black Week runs eleven days", space: false },
    { title: "Der Zaun steht", space: true },
    { title: "The words of the bench, so far", space: true },
  ]);
});

it("some watch a thread and some keep a post, and polls have votes", async () => {
  expect(await count("from thread_levels where level = 'watch'")).toBe(lives.flatMap(({ watched }) => watched).length);
  expect(await count("from bookmarks")).toBe(lives.flatMap(({ kept }) => Object.keys(kept)).length);
  expect(await count("from decisions d where d.voters > 0 and d.closed_at is null")).toBeGreaterThan(0);
  expect(await count("from decisions d where d.voters > 0 and d.closed_at is not null")).toBeGreaterThan(0);
});
