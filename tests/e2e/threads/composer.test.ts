import { type Browser, expect, type Page, test } from "@playwright/test";
import { become } from "../../support/become";
import { expectAccessible, expectNoOverflow } from "../journeys/sound";

async function bridgetIn(browser: Browser, options: Parameters<Browser["newContext"]>[0] = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  await become(page, "member");
  return page;
}

async function startThread(page: Page, title: string): Promise<string> {
  await page.goto("/long-grass/spaces/meadow/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What you want to say").fill("Mine hums at 40.");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

const dock = (page: Page) => page.locator("#answer");
const field = (page: Page) => dock(page).getByRole("textbox", { name: "Your answer" });
const said = (page: Page, text: string) => page.locator(".post", { hasText: text });
/** Waits until the server keeps these words. */
const keptWords = (page: Page, words: string) =>
  expect.poll(async () => (await (await page.request.get("/long-grass/drafts")).text()).includes(words)).toBe(true);
const keptNothing = (page: Page) =>
  expect
    .poll(async () => (await (await page.request.get("/long-grass/drafts")).text()).includes("Nothing is waiting"))
    .toBe(true);
const saved = (page: Page) => expect(dock(page).getByRole("status").getByText("Saved", { exact: true })).toBeVisible();

test("the composer is docked and gets out of the way; a draft survives a reload, two tabs choose; a failed send keeps the text and one click sends it once", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await bridgetIn(browser);
  const address = await startThread(page, "What the composer keeps");

  await test.step("docked, it opens when one writes, and Escape makes it small again", async () => {
    await expect(dock(page).getByRole("toolbar")).toBeHidden();
    await expect(dock(page)).toBeInViewport({ ratio: 1 });
    await field(page).focus();
    await expect(dock(page).getByText("Everyone can read this")).toBeVisible();
    await page.keyboard.type("It hums");
    await page.keyboard.press("Escape");
    await expect(dock(page).getByRole("toolbar")).toBeHidden();
    await expect(dock(page).getByRole("button", { name: "Make it large" })).toBeFocused();
    await page.keyboard.press("Enter");
    await expect(field(page)).toBeFocused();
    await expect(field(page)).toHaveValue("It hums");
  });

  await test.step("a toolbar of one stop, keys that do the same, and a preview that the server draws", async () => {
    await field(page).selectText();
    await page.keyboard.press("Control+b");
    await expect(field(page)).toHaveValue("**It hums**");
    await dock(page).getByRole("button", { name: "Bold" }).focus();
    await page.keyboard.press("ArrowRight");
    await expect(dock(page).getByRole("button", { name: "Italic" })).toBeFocused();
    await page.keyboard.press("End");
    const buttons = dock(page).getByRole("toolbar").getByRole("button");
    await expect(buttons.last()).toBeFocused();
    expect(await buttons.evaluateAll((all) => all.filter(({ tabIndex }) => tabIndex === 0).length)).toBe(1);
    await dock(page).getByRole("button", { name: "Preview" }).click();
    await expect(dock(page).locator(".pane strong")).toHaveText("It hums");
    await field(page).fill("**It hums** at _40_");
    await expect(dock(page).locator(".pane em")).toHaveText("40");
    await expectAccessible(page, "the open composer with its preview");
    await dock(page).getByRole("button", { name: "Close the preview" }).click();
  });

  await test.step("what was typed survives a reload; another tab offers the two side by side", async () => {
    await page.locator("#p1").getByRole("link", { name: "Answer Bridget O'Dowd" }).click();
    await expect(dock(page).getByText("Replying to Bridget O'Dowd")).toBeVisible();
    await saved(page);
    const other = await page.context().newPage();
    await other.goto(address);
    await expect(field(other)).toHaveValue("**It hums** at _40_");
    await expect(other.locator("#answer").getByText("Replying to Bridget O'Dowd")).toBeHidden();
    await field(page).fill("From the first tab");
    // It says "Saved" of what was there before as well: here it is asked of the server.
    await keptWords(page, "From the first tab");
    await field(other).fill("From the other tab");
    await expect(dock(other).getByText("You also wrote here in another window")).toBeVisible();
    await expect(dock(other).locator(".sides")).toContainText("From the first tab");
    await dock(other).getByRole("button", { name: "Keep both" }).click();
    await expect(field(other)).toHaveValue("From the first tab\n\nFrom the other tab");
    await saved(other);
    await other.close();
    await page.reload();
    await expect(field(page)).toHaveValue("From the first tab\n\nFrom the other tab");
    await page.goto("/long-grass/drafts");
    await expect(page.getByText("An answer in “What the composer keeps”")).toBeVisible();
    await page.getByRole("link", { name: "Go on writing" }).first().click();
  });

  await test.step("leaving by a link keeps it, also what was typed a moment before", async () => {
    await expect(field(page)).toHaveValue("From the first tab\n\nFrom the other tab");
    await field(page).fill("Typed, and gone at once");
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Spaces", exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: "Spaces" })).toBeVisible();
    await keptWords(page, "Typed, and gone at once");
    await page.goBack();
    await expect(field(page)).toHaveValue("Typed, and gone at once");
  });

  await test.step("a save that fails is done again, without another letter", async () => {
    let failed = 0;
    await page.route("**/do/save-draft", (route) => (failed++ === 0 ? route.abort() : route.continue()));
    await field(page).fill("Saved at the second time");
    await keptWords(page, "Saved at the second time");
    await saved(page);
    expect(failed).toBeGreaterThan(1);
    await page.unroute("**/do/save-draft");
  });

  await test.step("a failed send keeps the text, says so, and goes again at one click: one post", async () => {
    await field(page).fill("It hums at 41.");
    let failing = true;
    // It arrives, and its answer is lost: the hardest case, because sending it again must not post it twice.
    await page.route("**/do/write-post", async (route) => {
      if (!failing) return route.continue();
      await route.fetch();
      return route.abort();
    });
    await field(page).press("Control+Enter");
    await expect(dock(page).getByText("This was not sent. Your words are kept here.")).toBeVisible();
    await expect(field(page)).toHaveValue("It hums at 41.");
    failing = false;
    await dock(page).getByRole("button", { name: "Try again" }).click();
    await expect(said(page, "It hums at 41.")).toHaveCount(1);
    await expect(field(page)).toHaveValue("");
    expect(new URL(page.url()).hash).toBe("#p2");
    await expect(said(page, "It hums at 41.")).toBeInViewport();
    // Sent before it was saved: what was saved last is forgotten with it all the same.
    await keptNothing(page);
    await page.reload();
    await expect(said(page, "It hums at 41.")).toHaveCount(1);
    await expect(field(page)).toHaveValue("");
  });

  await test.step("offline is said, nothing is lost, and it appears at once when sent", async () => {
    await field(page).fill("Written in a tunnel.");
    await page.context().setOffline(true);
    await expect(dock(page).getByText("You are offline. Your words are kept here.")).toBeVisible();
    await field(page).press("Control+Enter");
    await expect(dock(page).getByRole("alert")).toContainText("You are offline. Your words are kept here.");
    await page.context().setOffline(false);
    let answer = () => {};
    const held = new Promise<void>((done) => {
      answer = done;
    });
    await page.route("**/do/write-post", async (route) => {
      await held;
      await route.continue();
    });
    await dock(page).getByRole("button", { name: "Try again" }).click();
    await expect(page.locator(".sending")).toContainText("Written in a tunnel.");
    answer();
    await expect(said(page, "Written in a tunnel.")).toHaveCount(1);
    await expect(page.locator(".sending")).toHaveCount(0);
  });

  await test.step("on a phone: no part of it sticks out, and every button can be hit", async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoOverflow(page, "small on a phone");
    await field(page).focus();
    await expect(dock(page)).toBeInViewport({ ratio: 1 });
    await expectNoOverflow(page, "open on a phone");
    await expectAccessible(page, "open on a phone");
    await dock(page).getByRole("button", { name: "Preview" }).click();
    await expect(field(page)).toBeHidden();
    await dock(page).getByRole("button", { name: "Close the preview" }).click();
    await expect(field(page)).toBeVisible();
  });

  await test.step("a title that was asked before says so; signing out leaves nothing in the browser", async () => {
    await page.goto("/long-grass/spaces/meadow/new");
    await page.getByLabel("Title").pressSequentially("What does the composer keep");
    await expect(page.getByRole("link", { name: "What the composer keeps" }).first()).toBeVisible();
    const kept = () =>
      page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith("kindling.draft.")).length);
    await expect.poll(kept).toBeGreaterThan(0);
    await page.locator("summary[aria-label='Your account']").click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await expect(page.getByRole("link", { name: "Sign in" }).first()).toBeVisible();
    expect(await kept()).toBe(0);
  });
  await page.context().close();
});

test("without JavaScript: the page shows what was typed as it would stand, twice over, and sends nothing", async ({
  browser,
}) => {
  const page = await bridgetIn(browser, { javaScriptEnabled: false });
  const address = await startThread(page, "A preview without scripts");
  await field(page).fill("It **hums**.");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator(".pane strong")).toHaveText("hums");
  await expect(field(page)).toHaveValue("It **hums**.");
  await field(page).fill("It **sings**.");
  await page.getByRole("button", { name: "Preview" }).click();
  await expect(page.locator(".pane strong")).toHaveText("sings");
  await expect(page.locator(".post")).toHaveCount(1);
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.locator("#p2")).toContainText("It sings.");
  expect(new URL(page.url()).pathname).toBe(address);
  await page.context().close();
});
