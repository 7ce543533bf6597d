import { type Browser, expect, type Page, test } from "@playwright/test";
import { sql } from "drizzle-orm";
import { closeDb, db } from "@/db/client";
import { askForRun } from "@/lib/pulse/ask";
import { become, type Role } from "../../support/become";
import { lately, plant } from "../../support/score/planted";
import { startServer, type TestServer } from "../../support/server";
import { givenCluster } from "../../support/shared-cluster";
import { expectNoOverflow, expectSound } from "../journeys/sound";

// On a server of its own: four thousand posts more would be met by every other test.
let server: TestServer;
let words: { id: string; term: string; post: string }[];
// What the first confirms and tells, the others read.
test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await startServer({ on: givenCluster() });
  process.env.DATABASE_URL = server.variables.DATABASE_URL;
  const { rows } = await db().execute<{ communityId: string; spaceId: string }>(sql`
    select c.id as "communityId", s.id as "spaceId" from communities c
    join spaces s on s.community_id = c.id where c.slug = 'long-grass' and s.slug = 'meadow'`);
  const { people } = await plant(rows[0]!, lately("tight", { people: 36, weeks: 12 }));
  // A thread that comes again every week, with three who return.
  const three = [...people].slice(0, 3);
  for (let back = 0; back < 4; back++) {
    const at = Date.now() - (2 + back * 7) * 86_400_000;
    const said = three.map(([author], n) => ({ author, n }));
    const messages = said.map(({ author, n }) => ({
      kind: "message" as const,
      id: `night ${back} ${n}`,
      author,
      at: at + n * 60_000,
      thread: `night ${back}`,
      text: "Here we are again.",
    }));
    const { posts } = await plant(rows[0]!, messages, new Map(people));
    await db().execute(sql`
      update threads set title = ${`Night recordings ${4 - back}`} where id = (select thread_id from posts where id = ${[...posts.values()][0]})`);
  }
  await db().transaction((tx) => askForRun(tx, rows[0]!.communityId, null));
  await expect
    .poll(async () => (await db().execute(sql`select from term_uses where audience = 'members' limit 1`)).rows.length, {
      timeout: 120_000,
    })
    .toBe(1);
  const found = await db().execute<(typeof words)[number]>(sql`
    select t.id, t.term, u.evidence[1] as post from terms t join term_uses u on u.community_id = t.community_id and u.term_id = t.id
    where u.audience = 'members' and u.rank is not null order by u.rank limit 10`);
  words = found.rows;
  // Two of its three have spoken already.
  for (const person of [...people.values()].slice(0, 2))
    await db().execute(sql`
      insert into term_votes (community_id, term_id, person_id, ours)
      select community_id, id, ${person}, true from terms where id = ${words[0]!.id}`);
  await closeDb();
});
test.afterAll(() => server?.stop());

async function comeIn(browser: Browser, role: Role | undefined, more: object = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...more });
  const page = await context.newPage();
  if (role) await become(page, role);
  return page;
}

const ours = (page: Page) => page.getByRole("region", { name: "Our words" });
const asked = (page: Page) => page.getByRole("region", { name: "Is this ours?" });
const lineOf = (page: Page, term: string) =>
  page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: term, exact: true }) });
const inPost = (page: Page, term: string) =>
  page
    .locator("a.term")
    .filter({ hasText: new RegExp(`^${term}$`, "i") })
    .first();

test("members confirm a word and write its lore; everybody who meets it in a post reads the first sentence", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [{ term }] = words as [(typeof words)[number]];
  const page = await comeIn(browser, "member");
  await page.goto("/long-grass");
  await page.getByRole("navigation").getByRole("link", { name: "Lexicon" }).first().click();
  await expect(ours(page)).toContainText("No word has been confirmed yet");
  const line = lineOf(page, term);
  await expect(line).toContainText("2 members say it is theirs");
  await expect(line).toContainText(/Said by \d+ people · person \d+ said it first/);
  const ritual = page.getByRole("list", { name: "Rituals" }).getByRole("listitem");
  await expect(ritual).toContainText("Begun 4 times in the last half year, about every 7 days");
  await expect(ritual).toContainText("3 members return: person");
  await expect(ritual.getByRole("link", { name: "Night recordings 4" })).toBeVisible();
  await expectSound(page, "the lexicon, of a member");
  await line.getByRole("button", { name: "Ours", exact: true }).click();
  await expect(ours(page).getByRole("heading", { name: term })).toBeVisible();
  await expect(asked(page).getByRole("heading", { name: term, exact: true })).toHaveCount(0);

  await ours(page).getByRole("link", { name: term }).click();
  await expect(page.getByText("You said that it is ours.")).toBeVisible();
  await expect(page.getByRole("list", { name: "Where it was said" }).getByRole("listitem").first()).toContainText(
    "The first time",
  );
  await page.getByRole("link", { name: "Tell where it comes from" }).click();
  await expect(page.getByText("Members of this community can read this.")).toBeVisible();
  await expectSound(page, "telling of a word");
  await page.getByLabel("The story").fill("It began on a **wet** evening. Nobody slept.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("It began on a wet evening. Nobody slept.")).toBeVisible();
  await expectSound(page, "a word of the lexicon");

  await page.goto(`/long-grass/posts/${words[0]!.post}`);
  const word = inPost(page, term);
  await word.hover();
  const card = page.locator("#term-card");
  await expect(card).toContainText("It began on a wet evening.");
  await expect(card).not.toContainText("Nobody slept");
  await page.keyboard.press("Escape");
  await expect(card).toHaveCount(0);
  await page.mouse.move(0, 0);
  await word.focus();
  await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Tab");
  await expect(word).toBeFocused();
  await expect(word).toHaveAccessibleDescription(/It began on a wet evening\./);
  await expectSound(page, "a post with a word of the lexicon");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1, name: term })).toBeVisible();
  await page.context().close();
});

test("on a phone the first tap shows the card, and the way on stands in it", async ({ browser }) => {
  const phone = { viewport: { width: 390, height: 800 }, hasTouch: true, isMobile: true, colorScheme: "dark" };
  const page = await comeIn(browser, "insider", phone);
  await page.goto(`/long-grass/posts/${words[0]!.post}`);
  await inPost(page, words[0]!.term).tap();
  const card = page.locator("#term-card");
  await expect(card).toContainText("It began on a wet evening.");
  await expectNoOverflow(page, "a card on a phone");
  await card.getByRole("link", { name: "Open in the lexicon" }).tap();
  await expect(page.getByRole("heading", { level: 1, name: words[0]!.term })).toBeVisible();
  await expectNoOverflow(page, "a word on a phone");
  await page.goto("/long-grass/lexicon");
  await expectSound(page, "the lexicon on a phone, dark");
  await expectNoOverflow(page, "the lexicon on a phone");
  await page.context().close();
});

test("without JavaScript one votes, takes it back and tells; what somebody told meanwhile is not overwritten, and no word is lost", async ({
  browser,
}) => {
  const [{ term, id }, other] = words as [(typeof words)[number], (typeof words)[number]];
  const page = await comeIn(browser, "insider", { javaScriptEnabled: false });
  await page.goto("/long-grass/lexicon");
  await lineOf(page, other.term).getByRole("button", { name: "Not ours" }).click();
  const line = lineOf(page, other.term);
  await expect(line).toContainText("0 members say it is theirs, 1 that it is not");
  await expect(line.getByRole("button", { name: "Not ours" })).toHaveAttribute("aria-pressed", "true");
  await line.getByRole("button", { name: "Take it back" }).click();
  await expect(lineOf(page, other.term)).not.toContainText("that it is not");

  await page.goto(`/long-grass/posts/${words[0]!.post}`);
  await inPost(page, term).click();
  await expect(page.getByRole("heading", { level: 1, name: term })).toBeVisible();
  await page.getByRole("link", { name: "Change it" }).click();
  const mine = await comeIn(browser, "member");
  await mine.goto(`/long-grass/lexicon/${id}/lore`);
  await mine.getByLabel("The story").fill("It began at dusk.");
  await mine.getByRole("button", { name: "Save" }).click();
  await expect(mine.getByText("It began at dusk.")).toBeVisible();
  await page.getByLabel("The story").fill("It began at noon.");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("Somebody changed this while you were writing.")).toBeVisible();
  await expect(page.getByLabel("The story")).toHaveValue("It began at noon.");
  await Promise.all([page, mine].map((one) => one.context().close()));
});

test("the brand has no button: neither to vote, nor to tell, nor to add; a moderator takes a wording out with a reason", async ({
  browser,
}) => {
  const page = await comeIn(browser, "manager");
  await page.goto("/long-grass/lexicon");
  await expect(asked(page).getByRole("listitem").first()).toBeVisible();
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
  await page.goto(`/long-grass/lexicon/${words[0]!.id}`);
  await expect(page.getByRole("main").getByRole("button")).toHaveCount(0);
  await expect(page.getByRole("link", { name: "Change it" })).toHaveCount(0);
  expect((await page.goto(`/long-grass/lexicon/${words[0]!.id}/lore`))?.status()).toBe(404);

  await page.goto(`/long-grass/lexicon/${words[0]!.id}/history`);
  await expectSound(page, "every wording");
  const last = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Wording 2" }) });
  await last.getByText("Take it out").first().click();
  await last.getByLabel("Why").fill("It names somebody.");
  await last.getByRole("button", { name: "Take it out" }).click();
  await expect(page.getByText("A moderator took this out: It names somebody.")).toBeVisible();
  await page.goto("/long-grass/log");
  await expect(page.getByText("A word's lore was taken out").first()).toBeVisible();
  await page.context().close();
});

test("outside it is there only where the pulse is shown to everybody, without what was told among members", async ({
  browser,
}) => {
  test.setTimeout(120_000);
  const [manager, nobody] = await Promise.all([comeIn(browser, "manager"), comeIn(browser, undefined)]);
  const [{ id, term, post }] = words as [(typeof words)[number]];
  expect((await nobody.goto("/long-grass/lexicon"))?.status()).toBe(404);
  expect((await nobody.goto(`/long-grass/lexicon/${id}`))?.status()).toBe(404);
  await nobody.goto(`/long-grass/posts/${post}`);
  await expect(nobody.locator(".prose").filter({ hasText: term }).first()).toBeVisible();
  await expect(nobody.locator("a.term")).toHaveCount(0);

  await manager.goto("/long-grass/manage/settings");
  const form = manager.locator("#pulse-shown");
  await form.getByLabel("Everybody").check();
  const saved = manager.waitForResponse((answer) => answer.url().endsWith("/do/change-setting"));
  await form.getByRole("button", { name: "Save" }).click();
  expect((await saved).ok()).toBe(true);

  await nobody.goto("/long-grass/lexicon");
  await expect(ours(nobody).getByRole("heading", { name: term })).toBeVisible();
  await expect(nobody.getByText("dusk")).toHaveCount(0);
  await expect(nobody.getByRole("button", { name: "Ours" })).toHaveCount(0);
  await expectSound(nobody, "the lexicon, from outside");
  await nobody.goto(`/long-grass/posts/${post}`);
  await inPost(nobody, term).hover();
  await expect(nobody.locator("#term-card")).toContainText("Nobody has told where it comes from yet.");
  await Promise.all([manager, nobody].map((page) => page.context().close()));
});
