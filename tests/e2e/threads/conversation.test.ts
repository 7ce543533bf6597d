import { type Browser, expect, type Page, test } from "@playwright/test";
import { become, type Role } from "../../support/become";
import { expectTheSame } from "../spaces/same";

/** Each in a browser of their own, as people are. */
async function comeIn(browser: Browser, role: Role | undefined, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  if (role) await become(page, role);
  return page;
}

async function send(page: Page, action: string, fill: Record<string, string> = {}) {
  const form = page.locator(`form[action$="/do/${action}"]`);
  for (const [name, value] of Object.entries(fill)) await form.locator(`[name="${name}"]`).fill(value);
  await form.locator(".acts [type=submit]").first().click();
}

async function startThread(page: Page, title: string, text: string): Promise<string> {
  await page.goto("/long-grass/spaces/meadow");
  await page.getByRole("link", { name: "Start a thread" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Start a thread in The Meadow");
  await send(page, "start-thread", { title, text });
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

for (const scripts of [true, false])
  test(`${scripts ? "with" : "without"} JavaScript: a thread is begun, a particular post is answered, edited with a history, removed and brought back`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const title = `Does yours hum ${scripts ? "as well" : "too"}?`;
    const bridget = await comeIn(browser, "member", scripts);
    const address = await startThread(bridget, title, "At **40 percent** it hums.");
    await expect(bridget.locator(".post strong")).toHaveText("40 percent");

    const dilys = await comeIn(browser, "insider", scripts);
    await dilys.goto("/long-grass/spaces/meadow");
    await dilys.getByRole("link", { name: title }).click();
    await dilys.getByRole("link", { name: "Answer Bridget O'Dowd" }).click();
    await expect(dilys.getByText("Replying to Bridget O'Dowd")).toBeVisible();
    await expect(dilys.getByText("Everyone can read this")).toBeVisible();
    await send(dilys, "write-post", { text: "Mine hums at 38." });
    const answer = dilys.locator(".post", { hasText: "Mine hums at 38." });
    await expect(answer).toContainText("in reply to Bridget O'Dowd");
    await expect(dilys).toHaveURL(/#p2$/);

    await answer.locator("summary").click();
    await answer.getByRole("link", { name: "Edit" }).click();
    await expect(dilys.locator('[name="text"]')).toHaveValue("Mine hums at 38.");
    await send(dilys, "edit-post", { text: "Mine hums at 39." });
    await dilys.locator("#p2").getByRole("link", { name: "edited" }).click();
    await expect(dilys.locator("ins")).toContainText("39");
    await expect(dilys.locator("del")).toContainText("38");

    await bridget.goto(address);
    await bridget.locator("#p1 summary").click();
    await bridget.locator("#p1").getByRole("link", { name: "Remove" }).click();
    await expect(bridget.getByText("a mark stays in its place")).toBeVisible();
    await send(bridget, "remove-post");
    await expect(bridget.getByText("You removed this.")).toBeVisible();
    await dilys.goto(address);
    await expect(dilys.locator("#p1")).toHaveText("A post was removed here.");
    await expect(dilys.getByText("40 percent")).toHaveCount(0);
    await bridget.locator("#p1 summary").click();
    await bridget.getByRole("link", { name: "Bring it back" }).click();
    await send(bridget, "restore-post");
    await expect(bridget.locator("#p1")).toContainText("40 percent");
    await Promise.all([bridget, dilys].map((page) => page.context().close()));
  });

test("a visitor reads and is asked to sign in; words that are refused stay in the form", async ({ browser }) => {
  const bridget = await comeIn(browser, "member", false);
  const address = await startThread(bridget, "What stands in the form stays", "One.");
  await send(bridget, "write-post", { text: `${"long ".repeat(10_001)}` });
  await expect(bridget.getByText("longer than 50,000 letters").first()).toBeVisible();
  await expect(bridget.locator('[name="text"]')).toHaveValue(/^long long/);

  const nobody = await comeIn(browser, undefined);
  await nobody.goto(address);
  await expect(nobody.getByText("Sign in to answer.")).toBeVisible();
  await expect(nobody.locator("form[action$='/do/write-post']")).toHaveCount(0);
  await Promise.all([bridget, nobody].map((page) => page.context().close()));
});

test("unread per thread across devices: the list says how many are new, opens at the first of them, and forgets what was read", async ({
  browser,
}) => {
  const title = "How many mornings this week";
  const bridget = await comeIn(browser, "member");
  const address = await startThread(bridget, title, "Four.");
  const dilys = await comeIn(browser, "insider");
  await dilys.goto(address);
  await send(dilys, "write-post", { text: "Seven." });
  // Her own words stand there while they are on their way; with a number, the server has them.
  await expect(dilys.locator("#p2")).toContainText("Seven.");

  const line = (page: Page) => page.locator(".tl > li", { hasText: title });
  await bridget.goto("/long-grass/spaces/meadow");
  await expect(line(bridget)).toContainText("1 new");
  const told = bridget.waitForResponse((answer) => answer.url().endsWith("/do/read-up-to"));
  await line(bridget).getByRole("link", { name: title }).click();
  await expect(bridget.getByText("New since you were here")).toBeVisible();
  expect(new URL(bridget.url()).hash).toBe("#p2");
  expect((await told).status()).toBe(200);

  const elsewhere = await comeIn(browser, "member");
  await elsewhere.goto("/long-grass/spaces/meadow");
  await expect(line(elsewhere)).toHaveClass("read");
  await expect(line(elsewhere)).not.toContainText("new");
  await Promise.all([bridget, dilys, elsewhere].map((page) => page.context().close()));
});

test("a thread of a closed room is not there for who may not read it: the same bytes as an id that never was", async ({
  browser,
}) => {
  const dilys = await comeIn(browser, "insider");
  await dilys.goto("/long-grass/spaces/lamp-room/new");
  await send(dilys, "start-thread", { title: "Heard before anybody", text: "It rings like a spoon." });
  await expect(dilys.getByText("like a spoon")).toBeVisible();
  const inside = new URL(dilys.url()).pathname;
  const idOf = (path: string) => path.split("/")[3]!;
  const never = inside.replace(/[0-9a-f]{8}-/, "00000000-");
  for (const role of ["member", undefined] as const) {
    const outside = await comeIn(browser, role);
    const said = await expectTheSame(outside.request, [inside, idOf(inside)], [never, idOf(never)]);
    expect(said).toContain("Nothing here</h1>");
    await outside.context().close();
  }
  await dilys.context().close();
});
