import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { beforeAll, expect, inject, it } from "vitest";
import { firstStart } from "@/lib/operate/start/first-start.mjs";
import { addressOf } from "@/tests/support/planted";
import { asked, everything, plantedPlace } from "./place";

// As a version planted it whose people did not speak yet, or not everywhere, and more than a week ago: the keys by which
// a seed is taken up again are gone.

let place: Awaited<ReturnType<typeof plantedPlace>>;
let said: string[];
const note = () => join(place.DATA_DIR, "demo.json");
const start = () => firstStart({ dataDir: place.DATA_DIR, empty: false, variables: place });

/** Every post as its readers find it. */
const posts = async () =>
  (
    await asked<{ line: string }>(
      place.DATABASE_URL,
      `select concat_ws(' ', c.slug, s.slug, t.title, t.posts, p.position, a.email, p.created_at, p.answers, q.position, p.text) as line
       from posts p join communities c on c.id = p.community_id join threads t on t.community_id = p.community_id and t.id = p.thread_id
       join spaces s on s.community_id = t.community_id and s.id = t.space_id join people a on a.id = p.author_id
       left join posts q on q.community_id = p.community_id and q.id = p.answers_id order by 1`,
    )
  ).map(({ line }) => line);

/** Takes the posts of one community away, and all keys with them. */
async function silence() {
  const { pathname } = new URL(place.DATABASE_URL);
  const admin = new Client({ connectionString: addressOf(inject("adminUrl"), "postgres", pathname.slice(1)) });
  await admin.connect();
  // No command takes a post away without a trace.
  await admin.query("set session_replication_role = replica");
  await admin.query("delete from writes");
  for (const table of ["post_versions", "posts", "thread_people", "threads"])
    await admin.query(`delete from ${table} where community_id = (select id from communities where slug = 'am-zaun')`);
  await admin.end();
}

/** The note of the starter, as a version left it that knew of no conversations. */
function noteOfBefore() {
  const { conversations: _, ...earlier } = JSON.parse(readFileSync(note(), "utf8"));
  writeFileSync(note(), JSON.stringify(earlier));
}

beforeAll(async () => {
  place = await plantedPlace();
  said = await posts();
  await silence();
  const [{ database } = { database: "" }] = await asked<{ database: string }>(
    place.DATABASE_URL,
    `select (select system_identifier from pg_control_system()) || '/' || oid as database
     from pg_database where datname = current_database()`,
  );
  writeFileSync(note(), JSON.stringify({ database, complete: true, welcome: "as it was" }));
}, 240_000);

it("a demo database seeded before gets the posts at its next start, and none of them twice", async () => {
  expect(await posts()).not.toEqual(said);
  const { demo, welcome } = await start();
  expect([demo, welcome.includes("/demo")]).toEqual([true, true]);
  expect(await posts()).toEqual(said);
  expect(said.length).toBeGreaterThan(900);
}, 120_000);

it("the start after that plants nothing, and says the same", async () => {
  const before = await everything(place.DATABASE_URL);
  const { welcome } = JSON.parse(readFileSync(note(), "utf8"));
  expect(await start()).toEqual({ demo: true, welcome });
  expect(await everything(place.DATABASE_URL)).toEqual(before);
});

it("cut short before it was noted it is begun again, and what stands is known without any key", async () => {
  noteOfBefore();
  await asked(place.DATABASE_URL, "delete from writes");
  const before = await everything(place.DATABASE_URL);
  await start();
  expect(await everything(place.DATABASE_URL)).toEqual(before);
}, 120_000);

it("whoever has left the demo since says nothing more, and nobody answers what is not there", async () => {
  noteOfBefore();
  const [gone] = await asked<{ id: string; posts: number }>(
    place.DATABASE_URL,
    `select a.id, count(*)::int as posts from posts p join communities c on c.id = p.community_id join people a on a.id = p.author_id
     where c.slug = 'am-zaun' group by 1 order by 2 desc limit 1`,
  );
  await asked(place.DATABASE_URL, "delete from memberships where person_id = $1", [gone!.id]);
  await silence();
  await start();
  const [now] = await asked<{ all: number; theirs: number }>(
    place.DATABASE_URL,
    `select count(*)::int as all, count(*) filter (where p.author_id = $1)::int as theirs
     from posts p join communities c on c.id = p.community_id where c.slug = 'am-zaun'`,
    [gone!.id],
  );
  expect(now!.theirs).toBe(0);
  expect(now!.all).toBeGreaterThan(0);
}, 120_000);
