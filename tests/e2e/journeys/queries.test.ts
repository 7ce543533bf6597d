import { expect, type Page, test } from "@playwright/test";
import { startApp } from "../../../lib/operate/start/app.mjs";
import { become, type Role } from "../../support/become";
import { addressOf } from "../../support/planted";
import { countQueries } from "../../support/query-counter";
import { testSecrets } from "../../support/secrets";
import { freePort } from "../../support/server";

/** A page may need no more statements than this, however many rows there are. A figure that falls is lowered here. */
const most: { path: string; leadsTo?: string; as?: Role; statements: number }[] = [
  { path: "/", statements: 4 },
  { path: "/long-grass", statements: 8 },
  { path: "/long-grass", as: "member", statements: 12 },
  { path: "/long-grass", as: "manager", statements: 12 },
  { path: "/long-grass/spaces", as: "member", statements: 8 },
  { path: "/long-grass/spaces/lamp-room", as: "member", statements: 8 },
  // A thread whose first post has a poll, tags and answers.
  { path: "/long-grass/spaces/meadow", leadsTo: "The suspect, an update", statements: 8 },
  { path: "/long-grass/spaces/meadow", leadsTo: "The suspect, an update", as: "member", statements: 13 },
  // Three of them take the lock under which searches are counted.
  { path: "/long-grass/search?q=knocking", statements: 11 },
  { path: "/long-grass/search?q=knocking", as: "member", statements: 14 },
  { path: "/long-grass/members", as: "member", statements: 8 },
  { path: "/long-grass/manage", as: "manager", statements: 12 },
  { path: "/long-grass/pulse", as: "manager", statements: 13 },
  { path: "/long-grass/lexicon", as: "member", statements: 12 },
  { path: "/settings/profile", as: "member", statements: 6 },
];

/** What the jobs of the same process ask meanwhile; no page asks of either. */
const byTheClock = /"(outbox|job_marks)"|update pulse_runs/;

test("every page needs a bounded number of statements", async ({ browser }) => {
  const url = addressOf(process.env.TEST_ADMIN_URL ?? "", "kindling");
  const counter = await countQueries(url);
  const port = await freePort();
  const app = startApp({
    port,
    output: "ignore",
    variables: {
      ...testSecrets,
      DATABASE_URL: counter.url,
      DATABASE_URL_DIRECT: url,
      DATA_DIR: process.env.TEST_DATA_DIR,
      ORIGIN: `http://localhost:${port}`,
      KINDLING_DEMO: "1",
      SMTP_URL: "",
      // Counted is what it needs to make a page, not to give one that is kept.
      VISITOR_PAGES_MB: "0",
    },
  });
  try {
    expect(await app.ready()).toBe(true);
    for (const role of [...new Set(most.map(({ as }) => as))]) {
      const context = await browser.newContext({ baseURL: app.address });
      const page = await context.newPage();
      if (role) await become(page, role);
      const asked: { path: string; statements: number }[] = [];
      for (const { path, leadsTo, statements } of most.filter(({ as }) => as === role))
        asked.push({ path: leadsTo ? await behind(page, path, leadsTo) : path, statements });
      // An open page asks by itself: what it asks is no part of the count.
      await page.close();
      for (const { path, statements } of asked) {
        // The first request after signing in may note when the session was seen.
        await context.request.get(path);
        counter.take();
        const answer = await context.request.get(path);
        const seen = counter.take().filter((text) => !byTheClock.test(text));
        expect.soft(answer.status(), path).toBe(200);
        expect.soft(seen.length, `${path} as ${role ?? "nobody"}:\n${seen.join("\n")}`).toBeLessThanOrEqual(statements);
        expect(seen.length, "the counter hears").toBeGreaterThan(0);
      }
      await context.close();
    }
  } finally {
    await app.stop();
    await counter.stop();
  }
});

/** The address of a thread holds an id of this database; without the place at which one would go on. */
async function behind(page: Page, list: string, title: string): Promise<string> {
  await page.goto(list);
  const href = await page.getByRole("link", { name: title, exact: true }).first().getAttribute("href");
  return new URL(href ?? "", "http://localhost").pathname;
}
