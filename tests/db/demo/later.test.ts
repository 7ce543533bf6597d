import { beforeAll, describe, expect, it } from "vitest";
import { closeDb } from "@/db/client";
import { openCommunity, openOwnPost, openPost, openPostRemoval, openReaction } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import { plantMore } from "@/lib/demo/more";
import { readWorld, type World } from "@/lib/demo/read";
import { seed } from "@/lib/demo/seed";
import { editPost, removePost } from "@/lib/posts/commands";
import { react } from "@/lib/reactions/commands";
import { asked, everything, freshPlace } from "./place";

// One brand is enough to tell by, and is planted in seconds.
const world = (({ brands, people, signIns }: World): World => {
  const [brand] = brands.filter(({ key }) => key === "wurzelbrink");
  const [community] = brand!.communities;
  const { members, outsiders, requests } = community!;
  const here = [...members.map(({ person }) => person), ...outsiders, ...requests.map(({ who }) => who)];
  return { brands: [brand!], people: new Map([...people].filter(([key]) => here.includes(key))), signIns };
})(readWorld());
const [zaun] = world.brands.flatMap(({ communities }) => communities);
const bet = "28-wette-keimquote";

/** As a version before this one knew it: nobody did anything but speak, and of the last threads nothing was heard yet. */
function younger(): World {
  const late = zaun!.threads.filter(({ posts }) => posts[0]!.day > -20).map(({ key }) => key);
  const threads = zaun!.threads
    .filter(({ key }) => !late.includes(key))
    .map(({ life: _, ...thread }) => ({
      ...thread,
      posts: thread.key === bet ? thread.posts.slice(0, 6) : thread.posts,
    }));
  const brands = world.brands.map((brand) => ({ ...brand, communities: [{ ...zaun!, threads }] }));
  return { ...world, brands };
}

const key = () => crypto.randomUUID();
const all = zaun!.threads.flatMap(({ posts }) => posts);

let url = "";
async function planted() {
  await closeDb();
  const place = await freshPlace();
  Object.assign(process.env, place);
  url = place.DATABASE_URL;
  await seed(younger());
}

const postOf = async (by: string, text: string) =>
  (
    await asked<{ id: string; author: string }>(
      url,
      "select p.id, p.author_id as author from posts p join people a on a.id = p.author_id where a.email = $1 and p.text like $2 || '%'",
      [world.people.get(by)!.email, text],
    )
  )[0]!;
const personOf = async (who: string) =>
  (await asked<{ id: string }>(url, "select id from people where email = $1", [world.people.get(who)!.email]))[0]!.id;
const enter = async (who: string) => openCommunity(await viewerOf(await personOf(who)), zaun!.slug);
const counted = async (question: string) =>
  (await asked<{ n: number }>(url, `select count(*)::int as n ${question}`))[0]!.n;

describe("a demo that an older version planted", () => {
  beforeAll(async () => {
    await planted();
    return closeDb;
  }, 240_000);

  it("gets the posts it has not, and what was done besides, a week later as well; what people did since stays", async () => {
    expect(await counted("from posts")).toBeLessThan(all.length);
    expect(await counted("from reactions")).toBe(0);
    const thread = zaun!.threads.find(({ key }) => key === bet)!;
    const [first, second] = thread.posts.map(({ by, text }) => ({ by, text: text.slice(0, 20) }));
    const edited = await postOf(first!.by, first!.text);
    const removed = await postOf(second!.by, second!.text);
    const mine = openOwnPost(await openPost(await enter(first!.by), edited.id));
    await editPost(mine, { text: "Ich nehme die Wette zurück.", version: 0 }, { key: key() });
    await removePost(openPostRemoval(await openPost(await enter(second!.by), removed.id)), { why: "" }, { key: key() });
    // The files have both love something: one is sad about it instead, and the other takes it back.
    const loved = zaun!.threads.find(({ key }) => key === "50-bohne-ohne-namen")!;
    const { love: [lover] = [], like: [liker] = [] } = loved.life!.reactions["1"]!;
    const bean = await postOf(loved.posts[0]!.by, loved.posts[0]!.text.slice(0, 20));
    const reacts = async (who: string, kind: "sad" | "like" | "") =>
      react(openReaction(await openPost(await enter(who), bean.id)), { kind }, { key: key() });
    await reacts(lover!, "sad");
    await reacts(liker!, "like");
    await reacts(liker!, "");
    await asked(url, "delete from writes");

    expect(await plantMore(world)).toMatchObject({ missed: [] });

    expect(await counted("from posts")).toBe(all.length);
    expect(await counted("from threads")).toBe(zaun!.threads.length);
    const [still] = await asked<{ text: string }>(url, "select text from posts where id = $1", [edited.id]);
    expect(still?.text).toBe("Ich nehme die Wette zurück.");
    expect(await counted(`from posts where removed_at is not null and id = '${removed.id}'`)).toBe(1);
    const kinds = await asked<{ kind: string; person: string }>(
      url,
      "select kind, person_id as person from reactions where post_id = $1",
      [bean.id],
    );
    expect(kinds).toEqual([{ kind: "sad", person: await personOf(lover!) }]);
    const told = zaun!.threads.flatMap(({ life }) =>
      Object.values(life?.reactions ?? {}).flatMap((of) => Object.values(of).flat()),
    );
    // His taken back, hers another; and whatever was meant for the post that is removed.
    expect(await counted("from reactions")).toBe(told.length - 1);
    expect(await counted("from bookmarks")).toBe(2);
    expect(await counted("from thread_levels")).toBe(3);
    expect(await counted("from thread_pins")).toBe(1);
  }, 120_000);

  it("what comes late stands where and when it would have stood", async () => {
    const rows = await asked<{ email: string; late: boolean }>(
      url,
      `select a.email, p.created_at >= now() - interval '12 hours' as late from posts p join people a on a.id = p.author_id
       join threads t on t.community_id = p.community_id and t.id = p.thread_id where t.title = $1 order by p.position`,
      [zaun!.threads.find(({ key }) => key === bet)!.title],
    );
    const said = zaun!.threads.find(({ key }) => key === bet)!.posts;
    expect(rows).toEqual(said.map(({ by }) => ({ email: world.people.get(by)!.email, late: false })));
  });

  it("once more changes nothing, not even when what was kept is dropped and the keys of forms are gone", async () => {
    await asked(url, "delete from bookmarks");
    await asked(url, "delete from writes");
    const before = await everything(url);
    expect(await plantMore(world)).toMatchObject({ missed: [] });
    expect(await everything(url)).toEqual(before);
  }, 60_000);
});

describe("what stands in the way", () => {
  beforeAll(async () => {
    await planted();
    return closeDb;
  }, 240_000);

  it("somebody who is gone says nothing more, and the rest is planted and that told", async () => {
    const gone = world.people.get("nhung")!;
    const theirs = all.filter(({ by }) => by === "nhung").length;
    await asked(url, "update people set email = 'anders@woanders.example' where email = $1", [gone.email]);
    await asked(url, "delete from writes");
    const there = await counted("from posts");
    const { missed } = await plantMore(world);
    expect(missed.length).toBeGreaterThanOrEqual(theirs);
    expect(missed.join("\n")).toContain("nhung has an account");
    expect(await counted("from posts")).toBeGreaterThan(there);
    expect(await counted(`from posts p join people a on a.id = p.author_id where a.email like 'anders%'`)).toBe(0);
  }, 120_000);

  it("a demo founded on other days is left as it is: nothing in it would be recognised", async () => {
    await asked(url, "update communities set founded_at = founded_at - interval '5 hours'");
    const before = await everything(url);
    await expect(plantMore(world)).rejects.toThrow("not founded on the days of its files");
    expect(await everything(url)).toEqual(before);
  }, 60_000);
});
