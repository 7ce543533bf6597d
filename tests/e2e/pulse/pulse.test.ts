import { type Browser, expect, type Page, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { closeDb, db } from "@/db/client";
import { become, type Role } from "../../support/become";
import { lately, plant } from "../../support/score/planted";
import { startServer, type TestServer } from "../../support/server";
import { givenCluster } from "../../support/shared-cluster";
import { expectNoOverflow, expectSound } from "../journeys/sound";

// On a server of its own: four thousand posts more would be met by every other test.
let server: TestServer;
// What the first takes, the others read.
test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await startServer({ on: givenCluster() });
  process.env.DATABASE_URL = server.variables.DATABASE_URL;
  const { rows } = await db().execute<{ communityId: string; spaceId: string }>(sql`
    select c.id as "communityId", s.id as "spaceId" from communities c
    join spaces s on s.community_id = c.id where c.slug = 'long-grass' and s.slug = 'meadow'`);
  await plant(rows[0]!, lately("tight", { people: 36, weeks: 18 }));
  await closeDb();
});
test.afterAll(() => server?.stop());

async function comeIn(browser: Browser, role: Role | undefined, more: object = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...more });
  const page = await context.newPage();
  if (role) await become(page, role);
  return page;
}

const take = (page: Page) => page.getByRole("button", { name: /^Take it( again)? now$/ });
const taken = (page: Page) => page.getByText(/^Taken .* by the method kindling-4e\/1\.$/);

test("a manager takes the pulse, watches how far it is, and follows a figure to the posts that made it", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const page = await comeIn(browser, "manager");
  await page.goto("/long-grass");
  await page.getByRole("navigation").getByRole("link", { name: "Pulse" }).first().click();
  await take(page).click();
  // Nobody reloads: the page looks again by itself.
  await expect(taken(page)).toBeVisible({ timeout: 120_000 });
  await expect(take(page)).toBeVisible({ timeout: 120_000 });
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("People here keep talking with each other");
  await expectSound(page, "the pulse");

  const figure = page.getByRole("group", { name: "Pulse" }).first();
  await expect(figure.getByRole("link")).toHaveCount(4);
  await expect(figure.getByRole("link", { name: /^Repeated interaction: \d+, between \d+ and \d+$/ })).toBeVisible();
  await expect(figure.getByRole("link", { name: "Real stakes: not yet, not enough yet" })).toBeVisible();
  await figure.getByRole("link", { name: /^Real stakes/ }).focus();
  await page.keyboard.press("Enter");
  const opened = page.getByRole("region", { name: "Real stakes" });
  await expect(opened).toContainText("No decision has been made here");
  await expect(opened).toContainText("Carried threads");

  await page.goto("/long-grass/pulse?element=interaction");
  const first = page.getByRole("region", { name: "Repeated interaction" });
  await expect(first).toContainText(/^.*\d+ of \d+ active members talked back and forth with at least two people/s);
  await first.getByRole("link", { name: /^Open/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "A talk" })).toBeVisible();
  await page.context().close();
});

test("without JavaScript the same is asked for, followed by reloading, and read as tables; on a phone and in the dark too", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const phone = { viewport: { width: 390, height: 800 }, colorScheme: "dark" } as const;
  const page = await comeIn(browser, "manager", { ...phone, javaScriptEnabled: false });
  await page.goto("/long-grass/pulse");
  await expect(async () => {
    await page.goto("/long-grass/pulse");
    await expect(take(page)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
  await take(page).click();
  await expect(async () => {
    await page.goto("/long-grass/pulse");
    await expect(taken(page)).toBeVisible({ timeout: 1_000 });
    await expect(take(page)).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 120_000 });
  await page.getByText("Show the table").first().click();
  const weeks = page.getByRole("table", { name: "The figures of each eight weeks" });
  expect(await weeks.getByRole("row").count()).toBeGreaterThan(8);
  await page.getByText("Show the table").nth(1).click();
  await expect(page.getByRole("table", { name: "The strongest ties" }).getByRole("row").nth(1)).toContainText("person");
  await expect(page.getByRole("heading", { name: "Ties about to lapse" })).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.context().close();

  const dark = await comeIn(browser, "manager", phone);
  await dark.goto("/long-grass/pulse");
  await expectSound(dark, "the pulse on a phone, dark");
  await expectNoOverflow(dark, "the pulse on a phone");
  await dark.context().close();
});

test("members and visitors see it only where the community shows it, and visitors nobody's name", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const [manager, member, nobody] = await Promise.all([
    comeIn(browser, "manager"),
    comeIn(browser, "member"),
    comeIn(browser, undefined),
  ]);
  expect((await member.goto("/long-grass/pulse"))?.status()).toBe(404);
  expect((await nobody.goto("/long-grass/pulse"))?.status()).toBe(404);
  await nobody.goto("/long-grass");
  await expect(nobody.getByRole("link", { name: "Pulse" })).toHaveCount(0);

  const show = async (choice: string) => {
    await manager.goto("/long-grass/manage/settings");
    const form = manager.locator("#pulse-shown");
    await form.getByLabel(choice).check();
    const saved = manager.waitForResponse((answer) => answer.url().endsWith("/do/change-setting"));
    await form.getByRole("button", { name: "Save" }).click();
    expect((await saved).ok()).toBe(true);
  };
  await show("Members too");
  await member.goto("/long-grass/pulse");
  await expect(member.getByText(/as every member may read them/)).toBeVisible();
  await expect(take(member)).toHaveCount(0);
  await expect(member.getByRole("heading", { name: "What would move it" })).toHaveCount(0);
  expect((await nobody.goto("/long-grass/pulse"))?.status()).toBe(404);

  await show("Everybody");
  await nobody.goto("/long-grass");
  await nobody.getByRole("link", { name: "Pulse" }).first().click();
  await expect(nobody.getByText(/as everybody may read them/)).toBeVisible();
  await expect(nobody.getByText("Who they are is shown to members.")).toBeVisible();
  await expect(nobody.getByRole("table", { name: "The strongest ties" })).toHaveCount(0);
  await expectSound(nobody, "the pulse, from outside");
  await Promise.all([manager, member, nobody].map((page) => page.context().close()));
});
