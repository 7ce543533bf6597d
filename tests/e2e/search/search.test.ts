import { type Browser, expect, type Page, test } from "@playwright/test";
import { become, type Role } from "../../support/become";
import { collected, hostileStrings, tenth } from "../../support/hostile";

async function comeIn(browser: Browser, role?: Role, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  if (role) await become(page, role);
  return page;
}

const field = (page: Page) => page.getByRole("searchbox", { name: "Words to look for" });
const hits = (page: Page) => page.getByRole("list", { name: "Posts" }).getByRole("listitem");

/** Somebody begins a thread; answers its title. */
async function begin(page: Page, space: string, title: string, text: string): Promise<void> {
  await page.goto(`/long-grass/spaces/${space}/new`);
  const { origin } = new URL(page.url());
  const sent = await page.request.post("/long-grass/do/start-thread", {
    form: { key: crypto.randomUUID(), space, title, text },
    headers: { accept: "application/json", origin },
  });
  expect(sent.status(), await sent.text()).toBe(200);
}

test("from the bar to a post: by keyboard, with the words marked, filters in the address, back again", async ({
  browser,
}) => {
  const bridget = await comeIn(browser, "member");
  // Of letters alone: a word with figures in it has no forms.
  const mark = `wrenfold${Date.now()
    .toString(36)
    .replace(/\d/g, (figure) => "abcdefghij"[Number(figure)]!)}ot`;
  await begin(
    bridget,
    "meadow",
    `A ${mark} in the hedge`,
    `It was heard before sunrise. ${"And on. ".repeat(40)} ${mark}s sing.`,
  );
  await bridget.goto("/long-grass");
  const jump = bridget.getByRole("combobox", { name: "Search or jump to" });
  // Pressed before the page listens, it does nothing.
  await expect(async () => {
    if (!(await jump.isVisible())) await bridget.keyboard.press("Control+k");
    await expect(jump).toBeVisible({ timeout: 1_000 });
  }).toPass();
  await jump.fill(`${mark} sing`);
  await expect(bridget.getByRole("option", { name: `Search for “${mark} sing”` })).toBeVisible();
  await bridget.keyboard.press("ArrowUp");
  await bridget.keyboard.press("Enter");
  await expect(bridget.getByRole("heading", { level: 1, name: "Search" })).toBeVisible();
  await expect(hits(bridget)).toHaveCount(1);
  await expect(hits(bridget).locator(".said mark").first()).toHaveText(`${mark}s`);
  await expect(bridget.getByRole("status").filter({ hasText: "1 post" })).toBeVisible();

  await bridget.locator("body").click({ position: { x: 5, y: 300 } });
  await bridget.keyboard.press("/");
  await expect(field(bridget)).toBeFocused();
  await bridget.getByText("Narrow it down").click();
  await bridget.getByLabel("Space", { exact: true }).selectOption({ label: "The Meadow" });
  await bridget.getByLabel("Written by").fill("bridget");
  await field(bridget).fill(mark);
  await field(bridget).press("Enter");
  await bridget.waitForURL(/space=meadow/);
  await expect(hits(bridget)).toHaveCount(1);
  await bridget.getByText("Narrowed down: The Meadow · bridget").click();
  await bridget.getByLabel("Written by").fill("dilys");
  await field(bridget).press("Enter");
  await expect(bridget.getByText(`Nothing found for “${mark}”`)).toBeVisible();
  await bridget.getByRole("link", { name: "Look everywhere" }).click();
  await expect(hits(bridget)).toHaveCount(1);
  await hits(bridget).getByRole("link").click();
  await expect(bridget.getByRole("heading", { level: 1, name: `A ${mark} in the hedge` })).toBeVisible();
});

test("without JavaScript, on a phone: nothing typed, found, found after a typing mistake, nothing found", async ({
  browser,
}) => {
  const visitor = await comeIn(browser, undefined, false);
  await visitor.setViewportSize({ width: 390, height: 800 });
  await visitor.goto("/long-grass");
  await visitor.getByRole("navigation").getByRole("link", { name: "Search", exact: true }).click();
  await expect(visitor.getByText("Find what somebody said")).toBeVisible();
  await field(visitor).fill("blackbird");
  await visitor.getByRole("button", { name: "Search", exact: true }).click();
  await expect(hits(visitor).first()).toBeVisible();
  await expect(hits(visitor).first().locator("mark").first()).toContainText(/blackbird/i);
  await field(visitor).fill("zzyzxqq ");
  await visitor.getByRole("button", { name: "Search", exact: true }).click();
  await expect(visitor.getByText("Nothing found for “zzyzxqq”")).toBeVisible();
  await field(visitor).fill("the ");
  await visitor.getByRole("button", { name: "Search", exact: true }).click();
  await expect(visitor.getByText("These words are in every text")).toBeVisible();
});

test("what is said in the lamp room is found by who is inside, and leaves no trace for others", async ({ browser }) => {
  const dilys = await comeIn(browser, "insider");
  const mark = `emberquill${Date.now().toString(36)}`;
  await begin(dilys, "lamp-room", `About the ${mark}`, `Only here: ${mark}.`);
  await dilys.goto(`/long-grass/search?q=${mark}`);
  await expect(hits(dilys)).toHaveCount(1);
  for (const role of ["member", undefined] as const) {
    const page = await comeIn(browser, role);
    const [there, never] = await Promise.all(
      [mark, `${mark}never`].map(async (q) => {
        const answer = await page.request.get(`/long-grass/search?q=${q}`);
        return (await answer.text()).replaceAll(q, "WORD");
      }),
    );
    expect(there).not.toContain("About the");
    const main = (html = "") => /<main[\s\S]*<\/main>/.exec(html)?.[0].replace(/[0-9a-f-]{36}/g, "ID");
    expect(main(there)).toBe(main(never));
  }
});

test("whatever is typed is looked for or kindly not found, and runs nothing", async ({ browser }) => {
  test.slow();
  const page = await comeIn(browser);
  let ran = 0;
  page.on("dialog", (dialog) => {
    ran++;
    void dialog.dismiss();
  });
  const strings = [
    ...hostileStrings,
    ...(collected.present ? tenth(collected.json<string[]>("strings/blns.json")) : []),
    "a".repeat(5_000),
    '"'.repeat(300),
    "-".repeat(300),
    "' & | ! :* <-> (a | b) \\",
    "שלום עולם",
    "\u202eabc",
    // Longer addresses, and those with a null in them, are answered before anything of ours is asked.
  ].flatMap((typed) => (typed.includes("\0") ? [] : typed.slice(0, 1_000)));
  const faults: string[] = [];
  for (const typed of strings) {
    const answer = await page.request.get(
      `/long-grass/search?${new URLSearchParams({ q: typed, by: typed, tag: typed })}`,
    );
    if (answer.status() !== 200) faults.push(`${answer.status()} ${typed.slice(0, 60)}`);
  }
  expect(faults).toEqual([]);
  for (const typed of strings.filter((_, n) => n % 9 === 0)) {
    await page.goto(`/long-grass/search?${new URLSearchParams({ q: typed })}`);
    await expect(page.getByRole("heading", { level: 1, name: "Search" })).toBeVisible();
  }
  expect(ran).toBe(0);
});
