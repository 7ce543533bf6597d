import { createHmac, hkdfSync } from "node:crypto";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { Client } from "pg";
import { become, originOf, type Role, six } from "../../support/become";
import { addressOf } from "../../support/planted";
import { testSecrets } from "../../support/secrets";
import { expectSound } from "../journeys/sound";

async function comeIn(browser: Browser, role: Role, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await become(page, role);
  return page;
}

const unique = (text: string) => `${text} ${Date.now().toString(36)}`;
const news = "/long-grass/notifications";

/** @returns where the thread stands, and the id of its first post */
async function begin(page: Page, title: string): Promise<{ path: string; thread: string; first: string }> {
  await page.goto("/long-grass/spaces/meadow/new");
  const form = page.locator('form[action$="/do/start-thread"]');
  await form.locator('[name="title"]').fill(title);
  await form.locator('[name="text"]').fill("It begins.");
  await form.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const { origin, pathname } = new URL(page.url());
  const answer = await page.locator("#p1 [data-act='answer']").getAttribute("href");
  const first = new URL(answer ?? "", origin).searchParams.get("answer") ?? "";
  return { path: pathname, thread: pathname.split("/")[3] ?? "", first };
}

async function say(page: Page, { thread, first }: { thread: string; first: string }, text: string): Promise<void> {
  const origin = await originOf(page);
  const sent = await page.request.post("/long-grass/do/write-post", {
    form: { key: crypto.randomUUID(), thread, text, answers: first },
    headers: { accept: "application/json", origin },
  });
  expect(sent.status()).toBe(200);
}

const bell = (page: Page) => page.locator(".top .bell");
const line = (page: Page, title: string) => page.locator(".notices > li").filter({ hasText: title });

/** Everything that stood there until now. */
async function markAll(page: Page): Promise<void> {
  await page.goto(news);
  const button = page.getByRole("button", { name: "Mark all read" });
  if (await button.isVisible()) await button.click();
  await expect(bell(page)).toHaveAccessibleName("Notifications");
}

test("live: the number in the bar is the same in two browsers, opening a line marks it in both, and g n goes there", async ({
  browser,
}) => {
  // Three people, one after the other, on a machine that may be busy.
  test.slow();
  const fergus = await comeIn(browser, "representative");
  const elsewhere = await comeIn(browser, "representative");
  const title = unique("Who is told");
  const place = await begin(fergus, title);
  await markAll(fergus);
  await fergus.goto("/long-grass/about");
  await elsewhere.goto("/long-grass/about");
  await expect(bell(elsewhere)).toHaveAccessibleName("Notifications");

  const bridget = await comeIn(browser, "member");
  await say(bridget, place, "Here is an answer.");
  for (const page of [fergus, elsewhere]) await expect(bell(page)).toHaveAccessibleName("Notifications, 1 new");

  await fergus.keyboard.press("g");
  await fergus.keyboard.press("n");
  await fergus.waitForURL(`**${news}`);
  const told = line(fergus, title);
  await expect(told.getByRole("link")).toHaveAccessibleName(`New: Bridget O'Dowd answered you in “${title}”`);
  await expect(told).toContainText("Here is an answer.");
  await expect(told).toContainText("It answers a post of yours");
  await expectSound(fergus, "with something new");

  await told.getByRole("link").click();
  await fergus.waitForURL(new RegExp(`${place.thread}.*#p2$`));
  for (const page of [fergus, elsewhere]) await expect(bell(page)).toHaveAccessibleName("Notifications");
});

test("the list does not move by itself: it says that there is something new, and shows it; less of this mutes the thread", async ({
  browser,
}) => {
  const ngozi = await comeIn(browser, "manager");
  const title = unique("Less of this");
  const place = await begin(ngozi, title);
  await ngozi.goto(news);
  const bridget = await comeIn(browser, "member");
  await say(bridget, place, "One.");
  const show = ngozi.getByRole("button", { name: "Something new, show" });
  await expect(show).toBeVisible();
  await expect(line(ngozi, title)).toHaveCount(0);
  await show.click();
  const told = line(ngozi, title);
  await expect(told).toHaveCount(1);
  await told.getByRole("button", { name: /^Mark read/ }).click();
  await expect(told.getByRole("button", { name: /^Mark read/ })).toHaveCount(0);
  await told.locator("summary").click();
  await expect(told.getByRole("link", { name: "All settings" })).toBeVisible();
  await told.getByRole("button", { name: /Mute this thread/ }).click();
  await expect(line(ngozi, title)).toHaveCount(0);
  await ngozi.goto(place.path);
  await expect(ngozi.locator(".levels summary")).toContainText("Muted");
});

test("without JavaScript all of it works by links and forms, also on a phone", async ({ browser }) => {
  const una = await comeIn(browser, "owner", false);
  await una.setViewportSize({ width: 390, height: 800 });
  await una.goto(`${news}`);
  const everything = una.getByRole("button", { name: "Mark all read" });
  if (await everything.isVisible()) await everything.click();
  const writer = await comeIn(browser, "manager");
  const title = unique("Plain");
  const place = await begin(writer, title);
  await say(writer, place, `Do look, @[${six.owner}].`);
  await una.goto("/long-grass");
  const bar = una.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "News, 1 new" });
  await expect(bar).toContainText("1");
  await bar.click();
  await line(una, title).getByRole("link").first().click();
  await una.waitForURL(new RegExp(`${place.thread}.*#p2$`));
  await una.goto(news);
  await expect(una.getByRole("button", { name: "Mark all read" })).toHaveCount(0);
  await expect(line(una, title)).toContainText("You were spoken to by name");
});

test("how one hears of what is chosen in one form and kept; one click in a mail program ends a kind, and a browser is asked first", async ({
  browser,
}) => {
  const dilys = await comeIn(browser, "insider");
  await dilys.goto("/settings/notifications");
  await dilys.getByLabel("Somebody quotes me").selectOption("app");
  await dilys.getByLabel("Quiet from").selectOption("23");
  await dilys.getByLabel("The digest").selectOption("weekly");
  await dilys.locator('form[action$="/do/wishes"]').getByRole("button", { name: "Save" }).click();
  await expect(dilys.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await expect(dilys.getByLabel("Somebody quotes me")).toHaveValue("app");
  await expect(dilys.getByLabel("Quiet from")).toHaveValue("23");
  await expect(dilys.getByLabel("The digest")).toHaveValue("weekly");
  await expectSound(dilys, "how one hears of what");

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto("/unsubscribe/not-whole");
  await expect(stranger.getByText("This address is not whole.")).toBeVisible();
  const oneClick = { data: "List-Unsubscribe=One-Click", headers: { "content-type": urlencoded } };
  expect((await stranger.request.post("/do/unsubscribe/not-whole", oneClick)).status()).toBe(404);

  const token = await tokenOf(six.insider, "reaction");
  await stranger.goto(`/do/unsubscribe/${token}`);
  await stranger.waitForURL(`**/unsubscribe/${token}`);
  await expect(stranger.getByText("No more mails of this kind: Reactions to my posts?")).toBeVisible();
  await expectSound(stranger, "asked first");
  await dilys.goto("/settings/notifications");
  await dilys.getByLabel("Reactions to my posts").selectOption("mail");
  await dilys.locator('form[action$="/do/wishes"]').getByRole("button", { name: "Save" }).click();
  await expect(dilys.getByRole("status").filter({ hasText: "Saved" })).toBeVisible();
  await stranger.getByRole("button", { name: "Yes, no more of these" }).click();
  await expect(stranger.getByText("Done. No more mails of this kind will come.")).toBeVisible();
  await dilys.goto("/settings/notifications");
  await expect(dilys.getByLabel("Reactions to my posts")).toHaveValue("app");

  const quotes = await tokenOf(six.insider, "mention");
  expect((await stranger.request.post(`/do/unsubscribe/${quotes}`, oneClick)).status()).toBe(200);
  await dilys.goto("/settings/notifications");
  await expect(dilys.getByLabel("Somebody mentions me")).toHaveValue("app");
});

const urlencoded = "application/x-www-form-urlencoded";

/** As the mails of this server carry it. */
async function tokenOf(name: string, kind: string): Promise<string> {
  const client = new Client({ connectionString: addressOf(process.env.TEST_ADMIN_URL ?? "", "kindling") });
  await client.connect();
  const { rows } = await client.query<{ id: string }>("select id from people where name = $1", [name]);
  await client.end();
  const key = Buffer.from(hkdfSync("sha256", testSecrets.AUTH_SECRET, "kindling", "unsubscribe", 32));
  const person = rows[0]?.id ?? "";
  return `${person}.${kind}.${createHmac("sha256", key).update(`${person} ${kind}`).digest("base64url")}`;
}
