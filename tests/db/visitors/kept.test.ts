import { describe, expect, test } from "vitest";
import { openDesk, openThread, openThreadReader } from "@/lib/access/gate";
import { changeCommunity } from "@/lib/communities/commands";
import { changeCommunityInput } from "@/lib/communities/input";
import { changeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { readUpTo } from "@/lib/threads/commands";
import { type Answer, withInstance } from "@/tests/support/http";
import { asPerson, newKey } from "@/tests/support/principals-make";
import { cutLines } from "../realtime/support";

const instance = withInstance();

const home = () => `/${instance.world.a.community}`;
const ask = (path: string, headers: Record<string, string | undefined> = {}) =>
  instance.ask("anonymous", path, { headers });
const isKept = ({ headers }: Answer) => headers.get("server-timing") === "kept";
const nonceOf = ({ text }: Answer) => /<script[^>]* nonce="([^"]+)"/.exec(text)?.[1] ?? "";
const keysOf = ({ text }: Answer) => [
  ...new Set([...text.matchAll(/formKey\\":\\"([0-9a-f-]{36})/g)].map(([, key]) => key!)),
];
const desk = async () => {
  const { a, people } = instance.world;
  return openDesk(await asPerson(people.owner, a.community));
};
/** By this process: the app hears of it as from another one. */
async function say(purpose: string) {
  const { name, slug, about, zone, locale, joinMode } = (await desk()).community;
  const input = changeCommunityInput.parse({ name, slug, purpose, about, zone, locale, joinMode });
  await changeCommunity(await desk(), input, newKey());
}

describe("pages that are the same for every visitor", () => {
  test("the second visitor gets what was made for the first, with a nonce and form keys of their own", async () => {
    await say("For who reads.");
    const [first, second, third] = [await ask(home()), await ask(home()), await ask(home())];
    expect([first, second, third].map(isKept)).toEqual([false, true, true]);
    expect(new Set([first, second, third].map(nonceOf)).size).toBe(3);
    for (const one of [first, second, third])
      expect(one.headers.get("content-security-policy")).toContain(`'nonce-${nonceOf(one)}'`);
    expect(keysOf(first).length).toBeGreaterThan(0);
    expect(new Set([first, second, third].flatMap(keysOf)).size).toBe(keysOf(first).length * 3);
    const bare = (one: Answer) =>
      [nonceOf(one), ...keysOf(one)].reduce((text, secret) => text.replaceAll(secret, "…"), one.text);
    expect(bare(second)).toBe(bare(first));
    const named = (one: Answer) =>
      [...one.headers.keys()].filter((name) => !/server-timing|content-length|transfer-encoding/.test(name));
    expect(named(second).sort()).toEqual(named(first).sort());
  });

  test("compressed for who can read that, and whole", async () => {
    const plain = await ask(home());
    const packed = await ask(home(), { "accept-encoding": "gzip" });
    expect([isKept(plain), isKept(packed), packed.headers.get("content-encoding")]).toEqual([true, true, "gzip"]);
    expect(packed.text).toHaveLength(plain.text.length);
  });

  test("what anybody changes is seen by the next visitor, thirty times of thirty, also when another process was told", async () => {
    const seen: boolean[] = [];
    for (let n = 0; n < 30; n++) {
      await ask(home());
      await say(`Purpose number ${n}, said anew.`);
      seen.push((await ask(home())).text.includes(`Purpose number ${n}, said anew.`));
    }
    expect(seen).toEqual(seen.map(() => true));
  });

  test("a second process of the app hears of it as well", async () => {
    const second = await instance.another();
    const there = async () =>
      (await fetch(second + home(), { headers: { host: new URL(instance.origin).host } })).text();
    await there();
    await say("Said to both.");
    expect(await there()).toContain("Said to both.");
  });

  test("that somebody reads changes nothing for visitors", async () => {
    const { a, people } = instance.world;
    await ask(home());
    const access = await openThread(await asPerson(people.member, a.community), a.talk.announcements.thread.id);
    await readUpTo(openThreadReader(access), { position: 1 }, newKey());
    expect(isKept(await ask(home()))).toBe(true);
  });

  test("who has a session never gets it, nor who has a cookie that nobody knows; another language is another page", async () => {
    await ask(home());
    expect(isKept(await ask(home()))).toBe(true);
    for (const who of ["member", "outsider", "expired", "suspended"] as const)
      expect(isKept(await instance.ask(who, home())), who).toBe(false);
    expect(isKept(await ask(home(), { cookie: "account-browser=x" }))).toBe(false);
    const german = await ask(home(), { "accept-language": "de" });
    expect([isKept(german), german.text.includes('<html lang="de"')]).toEqual([false, true]);
    expect((await ask(home())).text).toContain('<html lang="en"');
  });

  test("pages that answer one person alone, or nobody, are never kept", async () => {
    for (const path of ["/join", "/search?q=x", "/report", "/nothing/here", "/members"]) {
      await ask(home() + path);
      expect(isKept(await ask(home() + path)), path).toBe(false);
    }
  });

  test("a space that closes is closed to the next visitor, with its threads", async () => {
    const { a } = instance.world;
    const { id, slug } = a.rooms.announcements;
    const thread = `${home()}/t/${a.talk.announcements.thread.id}`;
    const address = (await ask(thread)).headers.get("location") ?? thread;
    const places = [`${home()}/spaces/${slug}`, address];
    for (const place of places) {
      await ask(place);
      expect(isKept(await ask(place)), place).toBe(true);
    }
    const facts = { name: "Announcements", slug, purpose: "News.", door: "listed", readAudience: "members" };
    const closed = makeSpaceInput.parse({ ...facts, writeAudience: "members", readBadges: [], writeBadges: [] });
    await changeSpace(await desk(), { ...closed, space: id }, newKey());
    const [door, gone] = [await ask(places[0]!), await ask(places[1]!)];
    expect([isKept(door), door.text.includes(a.talk.announcements.thread.title)]).toEqual([false, false]);
    expect(gone.status).toBe(404);
  });

  test("while the line to the database is lost pages are made anew, and are kept again when it is back", async () => {
    await ask(home());
    expect(isKept(await ask(home()))).toBe(true);
    await cutLines(instance);
    await say("Said while nobody listened.");
    expect((await ask(home())).text).toContain("Said while nobody listened.");
    await expect.poll(async () => isKept(await ask(home())), { timeout: 30_000 }).toBe(true);
    expect((await ask(home())).text).toContain("Said while nobody listened.");
  });
});
