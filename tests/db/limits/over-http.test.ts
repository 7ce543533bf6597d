import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { db } from "@/db/client";
import { openCommunity, openDesk } from "@/lib/access/gate";
import { changeLimits } from "@/lib/moderation/limits/commands";
import { usual } from "@/lib/moderation/limits/numbers";
import { paths } from "@/lib/paths";
import { withInstance } from "@/tests/support/http";

const instance = withInstance();
let second = "";
beforeAll(async () => {
  second = await instance.another();
}, 120_000);
beforeEach(() => db().execute(sql`delete from attempts`));

async function fewPosts(most: number): Promise<void> {
  const { world } = instance;
  const desk = openDesk(await openCommunity(await world.viewer("owner"), world.a.community));
  await changeLimits(desk, { ...usual, posts: { most, minutes: 10 } }, { key: randomUUID() });
}

/** As a browser sends it to one of the two, which know that they are called by the address of the first. */
async function say(origin: string, text: string, json = true) {
  const { a } = instance.world;
  return fetch(`${origin}/${a.community}/do/write-post`, {
    method: "POST",
    redirect: "manual",
    body: new URLSearchParams({ key: randomUUID(), thread: a.talk.members.thread.id, text }),
    headers: {
      cookie: `kindling=${await instance.world.session("member")}`,
      "accept-language": "en",
      origin: instance.origin,
      referer: instance.origin + paths.thread(a.community, a.talk.members.thread),
      ...(json && { accept: "application/json" }),
    },
  });
}

test("of 30 at once to two processes exactly as many pass as may, the others are told 429 and the time", async () => {
  await fewPosts(20);
  const answers = await Promise.all(
    Array.from({ length: 30 }, (_, n) => say(n % 2 ? instance.origin : second, `At once ${n}.`)),
  );
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([...Array(10).fill(200), ...Array(20).fill(429)]);
  for (const answer of answers.filter(({ status }) => status === 429)) {
    const seconds = Number(answer.headers.get("retry-after"));
    expect(seconds).toBeGreaterThan(500);
    expect(seconds).toBeLessThanOrEqual(660);
    expect(await answer.json()).toMatchObject({
      ok: false,
      message: `You can post again in ${Math.ceil(seconds / 60)} minutes. Your text is kept.`,
    });
  }
});

test("without scripts the page comes back with 429, the time, and what was typed", async () => {
  await fewPosts(2);
  expect((await say(instance.origin, "The first.", false)).status).toBe(303);
  const answer = await say(instance.origin, "Typed with care, and too soon.", false);
  expect(answer.status).toBe(429);
  expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(500);
  const page = await answer.text();
  expect(page).toMatch(/You can post again in \d+ minutes\. Your text is kept\./);
  expect(page).toMatch(/<textarea[^<]*>\s*Typed with care, and too soon\.<\/textarea>/);
});

test("numbers that are none are refused in place, with what was typed", async () => {
  const { world } = instance;
  const path = `/${world.a.community}/do/change-limits`;
  const page = `${instance.origin}/${world.a.community}/manage/limits`;
  const form = Object.fromEntries(
    Object.entries(usual).flatMap(([name, { most, minutes }]) => [
      [name, String(most)],
      [`${name}Minutes`, String(minutes)],
    ]),
  );
  const wrong = { ...form, threads: "many", reactionsMinutes: "60" };
  const answer = await instance.ask("manager", path, { method: "POST", form: wrong, headers: { referer: page } });
  expect(answer.status).toBe(422);
  expect(answer.text).toContain("Please give a whole number from 2 to 300.");
  expect(answer.text).toMatch(/<input[^>]*name="threads"[^>]*value="many"/);
  expect(answer.text).toMatch(/<select[^>]*name="reactionsMinutes"[\s\S]*?<option value="60" selected/);
  const good = await instance.ask("manager", path, { method: "POST", form, headers: { referer: page } });
  expect([good.status, good.headers.get("location")]).toEqual([303, `/${world.a.community}/manage/limits`]);
});
