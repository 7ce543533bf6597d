import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { become, type Role } from "../../support/become";

async function comeIn(browser: Browser, role: Role, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await become(page, role);
  return page;
}

/** The slider is a thing of scripts: it is there, if closed, once the page of a thread listens. */
const listening = (page: Page) => expect(page.locator(".scrub input[type='range']")).toBeAttached();

/** Somebody begins a thread, and answers it themselves so often that it has a second page. */
async function aLongThread(page: Page, title: string, answers: number): Promise<string> {
  await page.goto("/long-grass/spaces/meadow/new");
  const begin = page.locator('form[action$="/do/start-thread"]');
  await begin.locator('[name="title"]').fill(title);
  await begin.locator('[name="text"]').fill("It begins.");
  await begin.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const { origin, pathname } = new URL(page.url());
  const thread = pathname.split("/")[3] ?? "";
  const first = await page.locator("#p1 [data-act='answer']").getAttribute("href");
  const answered = new URL(first ?? "", origin).searchParams.get("answer") ?? "";
  for (let n = 2; n <= answers + 1; n++) {
    const sent = await page.request.post("/long-grass/do/write-post", {
      form: { key: crypto.randomUUID(), thread, text: `Answer ${n}.`, answers: n === answers + 1 ? answered : "" },
      headers: { accept: "application/json", origin },
    });
    expect(sent.status()).toBe(200);
  }
  // An address of the same page with another fragment would not be read anew.
  await page.reload();
  return pathname;
}

test("by keyboard: j and k walk, the scrubber moves over pages, in reply to opens in place, u goes up, Ctrl+K jumps", async ({
  browser,
}) => {
  const bridget = await comeIn(browser, "member");
  const title = `A thread of two pages ${Date.now().toString(36)}`;
  const address = await aLongThread(bridget, title, 23);

  await bridget.goto(address);
  await listening(bridget);
  await bridget.keyboard.press("j");
  await expect(bridget.locator("#p1")).toBeFocused();
  await bridget.keyboard.press("j");
  await expect(bridget.locator("#p2")).toBeFocused();
  await bridget.keyboard.press("k");
  await expect(bridget.locator("#p1")).toBeFocused();

  const slider = bridget.getByRole("slider", { name: "Position in this thread" });
  await slider.focus();
  await bridget.keyboard.press("End");
  await bridget.waitForURL(/page=2#p24$/);
  await expect(slider).toHaveAttribute("aria-valuetext", /^24 of 24/);
  // Something below grows, and the end of the page is no longer in view: one is still where one went.
  await bridget.evaluate(async () => {
    document.body.style.paddingBottom = "300px";
    dispatchEvent(new Event("scroll"));
    await new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen)));
  });
  await expect(slider).toHaveAttribute("aria-valuetext", /^24 of 24/);
  await bridget.keyboard.press("PageUp");
  await bridget.waitForURL((url) => url.search === "");
  await expect(bridget.locator("#p4")).toBeInViewport();

  await bridget.goto(`${address}?page=2#p24`);
  const answer = bridget.locator("#p24");
  await answer.getByRole("link", { name: "in reply to Bridget O'Dowd" }).click();
  await expect(answer.locator(".inplace")).toContainText("It begins.");
  await answer.getByRole("link", { name: "in reply to Bridget O'Dowd" }).click();
  await expect(answer.locator(".inplace")).toHaveCount(0);

  await bridget.keyboard.press("Escape");
  await bridget.keyboard.press("u");
  await bridget.waitForURL(/\/spaces\/meadow#t-/);
  await expect(bridget.locator(".tl").getByRole("link", { name: title })).toBeFocused();
  await bridget.keyboard.press("Enter");
  await expect(bridget.getByRole("heading", { level: 1, name: title })).toBeVisible();

  await bridget.keyboard.press("?");
  await expect(bridget.getByRole("dialog", { name: "Keyboard shortcuts" })).toContainText("Jump anywhere");
  await bridget.keyboard.press("Escape");
  await bridget.keyboard.press("Control+k");
  const field = bridget.getByRole("combobox", { name: "Search or jump to" });
  await expect(field).toBeFocused();
  await field.fill(title.slice(2));
  await expect(bridget.getByRole("option", { name: title })).toBeVisible();
  await bridget.keyboard.press("Enter");
  await bridget.waitForURL((url) => url.pathname === address);
  await bridget.context().close();
});

/** Where on the slider a position lies, in the middle of its handle. */
async function on(slider: Locator, share: number): Promise<{ x: number; y: number }> {
  const { x, y, width, height } = (await slider.boundingBox())!;
  const upright = height > width;
  const length = upright ? height : width;
  const handle = 34;
  const along = handle / 2 + share * (length - handle);
  return upright ? { x: x + width / 2, y: y + along } : { x: x + along, y: y + height / 2 };
}

test("the scrubber by pointer: it is dragged over pages, and the page comes when it is let go", async ({ browser }) => {
  const bridget = await comeIn(browser, "member");
  const address = await aLongThread(bridget, `Dragged with a mouse ${Date.now().toString(36)}`, 23);
  await bridget.goto(`${address}#p1`);
  const slider = bridget.getByRole("slider", { name: "Position in this thread" });
  await expect(slider).toHaveAttribute("aria-valuetext", /^1 of 24/);
  const [from, middle, to] = [await on(slider, 0), await on(slider, 0.5), await on(slider, 1)];
  await bridget.mouse.move(from.x, from.y);
  await bridget.mouse.down();
  await bridget.mouse.move(middle.x, middle.y, { steps: 8 });
  await expect(slider).toHaveAttribute("aria-valuetext", /^1[23] of 24/);
  await expect(bridget.locator("#p1")).toBeInViewport();
  await bridget.mouse.move(to.x, to.y, { steps: 8 });
  await expect(slider).toHaveAttribute("aria-valuetext", "24 of 24");
  // Longer than it rests: held, it is still being chosen.
  await bridget.waitForTimeout(900);
  expect(new URL(bridget.url()).search).toBe("");
  await expect(slider).toHaveValue("24");
  await bridget.mouse.up();
  await bridget.waitForURL(/page=2#p24$/);
  await expect(bridget.locator("#p24")).toBeInViewport();
  await bridget.context().close();
});

test("the scrubber by touch, on a phone: it opens, follows the finger, and the page under it stays where it is", async ({
  browser,
}) => {
  const desk = await comeIn(browser, "member");
  const address = await aLongThread(desk, `Dragged with a finger ${Date.now().toString(36)}`, 23);
  const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const bridget = await phone.newPage();
  await become(bridget, "member");
  await bridget.goto(`${address}#p1`);
  await listening(bridget);
  await bridget.getByRole("button", { name: / 1 of 24$/ }).tap();
  const slider = bridget.getByRole("slider", { name: "Position in this thread" });
  const touch = await phone.newCDPSession(bridget);
  const finger = async (type: "touchStart" | "touchMove" | "touchEnd", point?: { x: number; y: number }) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints: point ? [point] : [] });
  const drag = async (from: number, to: number) => {
    await finger("touchStart", await on(slider, from));
    for (let step = 1; step <= 8; step++) await finger("touchMove", await on(slider, from + ((to - from) * step) / 8));
  };
  await drag(0, 0.5);
  await expect(slider).toHaveAttribute("aria-valuetext", /^1[23] of 24/);
  await finger("touchEnd");
  await expect(bridget.locator("#p12")).toBeInViewport();
  await drag(0.5, 1);
  await expect(slider).toHaveAttribute("aria-valuetext", "24 of 24");
  await finger("touchEnd");
  await bridget.waitForURL(/page=2#p24$/);
  await expect(bridget.locator("#p24")).toBeInViewport();
  await Promise.all([desk.context(), phone].map((context) => context.close()));
});

test("the browser's Back from a thread leads to the row it was opened from, with the focus, also far down a list", async ({
  browser,
}) => {
  // A list of more than one page, which anybody reads.
  const bridget = await comeIn(browser, "member");
  await bridget.goto("/tindrel-help/spaces/ask-support");
  const rows = bridget.locator(".tl > li[id]");
  const shown = await rows.count();
  await bridget.locator(".more a[rel='next']").click();
  await expect.poll(() => rows.count()).toBeGreaterThan(shown);
  const row = rows.nth(shown + 1);
  const link = row.locator("a").first();
  const title = (await link.textContent())!.trim();
  await link.focus();
  await bridget.keyboard.press("Enter");
  await expect(bridget.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await bridget.goBack();
  const there = bridget.locator(".tl").getByRole("link", { name: title, exact: true }).first();
  await expect(there).toBeFocused();
  await expect(there).toBeInViewport();

  // The same from a page that was loaded anew in between.
  await bridget.keyboard.press("Enter");
  await expect(bridget.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await bridget.reload();
  await bridget.goBack();
  await expect(there).toBeFocused();
  await expect(there).toBeInViewport();
  await bridget.context().close();
});

test("without JavaScript: a member says how far they have read, keeps a post unread, marks all read and jumps by a page", async ({
  browser,
}) => {
  const bridget = await comeIn(browser, "member");
  // Run again in one world, the list would hold it twice.
  const title = `Read without a script ${crypto.randomUUID().slice(0, 8)}`;
  const address = await aLongThread(bridget, title, 2);
  const dilys = await comeIn(browser, "insider", false);
  const line = dilys.locator(".tl > li", { hasText: title });

  await dilys.goto(address);
  await dilys.getByRole("button", { name: "I have read to here" }).click();
  await dilys.goto("/long-grass/spaces/meadow");
  await expect(line).toHaveClass("read");

  await dilys.goto(address);
  await dilys.locator("#p2 summary[aria-label='More for this post']").click();
  await dilys.getByRole("button", { name: "Keep unread from post 2 on" }).click();
  await dilys.waitForURL(/\/spaces\/meadow$/);
  await expect(line).toContainText("2 new");
  await dilys.getByRole("link", { name: "Unread", exact: true }).click();
  await expect(line).toBeVisible();
  await dilys.getByRole("button", { name: "Mark all read" }).click();
  await expect(line).toHaveClass("read");
  await dilys.goto("/long-grass/spaces/meadow?show=unread");
  await expect(line).toHaveCount(0);

  await dilys.goto(address);
  await dilys.locator("#p1").getByRole("link", { name: "1 answer" }).click();
  await expect(dilys.getByRole("heading", { level: 1 })).toHaveText("Answers to this post");
  await expect(dilys.locator(".post")).toContainText("Answer 3.");

  await dilys.goto(`/long-grass/jump?q=${encodeURIComponent(title)}`);
  await dilys
    .getByRole("main")
    .getByRole("link", { name: new RegExp(`^${title}`) })
    .click();
  await expect(dilys.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await Promise.all([bridget, dilys].map((page) => page.context().close()));
});

test("without JavaScript: a member mutes a thread and watches a space", async ({ browser }) => {
  const bridget = await comeIn(browser, "member");
  const title = `Muted without a script ${crypto.randomUUID().slice(0, 8)}`;
  const address = await aLongThread(bridget, title, 2);
  const dilys = await comeIn(browser, "insider", false);
  const line = dilys.locator(".tl > li", { hasText: title });

  // What she mutes is paler, and nothing of it is unread; the meadow around it she watches.
  await dilys.goto(address);
  await dilys.getByRole("button", { name: "I have read to here" }).click();
  await dilys.locator("#p2 summary[aria-label='More for this post']").click();
  await dilys.getByRole("button", { name: "Keep unread from post 2 on" }).click();
  await expect(line).toContainText("2 new");
  await dilys.goto(address);
  await dilys.locator("summary", { hasText: "How closely you follow this thread: Tracking" }).click();
  await dilys.getByRole("button", { name: "Muted" }).click();
  await expect(dilys.locator("summary", { hasText: "How closely you follow this thread: Muted" })).toBeVisible();
  await dilys.goto("/long-grass/spaces/meadow");
  await expect(line).toHaveClass("muted");
  await expect(line).not.toContainText("2 new");
  await dilys.goto("/long-grass/spaces/meadow?show=unread");
  await expect(dilys.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(line).toHaveCount(0);
  await dilys.locator("summary", { hasText: "How closely you follow this space: As usual" }).click();
  await dilys.getByRole("button", { name: "Watching" }).click();
  const watched = dilys.locator("summary", { hasText: "How closely you follow this space: Watching" });
  await watched.click();
  await expect(dilys.getByRole("button", { name: "Watching" })).toHaveAttribute("aria-pressed", "true");
  await dilys.getByRole("button", { name: "As usual" }).click();
  await expect(watched).toHaveCount(0);
  await Promise.all([bridget, dilys].map((page) => page.context().close()));
});
