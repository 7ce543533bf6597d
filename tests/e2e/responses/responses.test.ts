import { type Browser, expect, type Page, test } from "@playwright/test";
import { become, type Role } from "../../support/become";
import { expectSound } from "../journeys/sound";

async function comeIn(browser: Browser, role: Role, javaScriptEnabled = true): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await become(page, role);
  return page;
}

/** In the space where threads are questions. */
async function ask(page: Page, title: string): Promise<string> {
  await page.goto("/long-grass/spaces/six-screws/new");
  await page.getByLabel("Title").fill(title);
  await page.getByLabel("What you want to say").fill("Which screw is the sixth?");
  await page.getByRole("button", { name: "Post", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

async function answer(page: Page, address: string, text: string) {
  await page.goto(address);
  await page.getByRole("textbox", { name: "Your answer" }).fill(text);
  await page.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(page.locator("#p2")).toContainText(text);
}

test("by keyboard: a reaction is chosen, changed by choosing another, and taken back; a bookmark says so and gets a note and a reminder; who asked marks the answer", async ({
  browser,
}) => {
  const dilys = await comeIn(browser, "insider");
  const address = await ask(dilys, "The sixth screw");
  const bridget = await comeIn(browser, "member");
  await answer(bridget, address, "The one under the label.");

  const post = dilys.locator("#p2");
  const opener = post.locator("a[data-act='like']");
  const picker = post.getByRole("toolbar", { name: "Your reaction" });
  const offered = picker.getByRole("button");
  const reacted = () => dilys.waitForResponse((response) => response.url().endsWith("/do/react") && response.ok());
  await dilys.goto(address);
  // Nobody reacts to what they wrote.
  await expect(dilys.locator("#p1 a[data-act='like']")).toHaveCount(0);

  await opener.focus();
  await dilys.keyboard.press("Enter");
  await expect(offered.first()).toBeFocused();
  await dilys.keyboard.press("Escape");
  await expect(picker).toHaveCount(0);
  await expect(opener).toBeFocused();
  await dilys.keyboard.press("Space");
  await dilys.keyboard.press("ArrowRight");
  await expect(offered.nth(1)).toBeFocused();
  const second = (await offered.nth(1).getAttribute("aria-label"))!;
  const secondKind = (await offered.nth(1).getAttribute("value"))!;
  let arrived = reacted();
  await dilys.keyboard.press("Enter");
  await expect(opener).toBeFocused();
  await expect(opener).toHaveAccessibleName(`Reactions: 1, ${second}`);
  await (await arrived).finished();

  await dilys.keyboard.press("Enter");
  await expect(picker.getByRole("button", { name: second })).toBeFocused();
  await dilys.keyboard.press("Home");
  await expect(offered.first()).toBeFocused();
  const first = (await offered.first().getAttribute("aria-label"))!;
  arrived = reacted();
  await dilys.keyboard.press("Enter");
  await expect(opener).toHaveAccessibleName(`Reactions: 1, ${first}`);
  await (await arrived).finished();
  await dilys.reload();
  await expect(opener).toHaveAccessibleName(`Reactions: 1, ${first}`);
  await opener.press("Enter");
  await expect(offered.first()).toBeFocused();
  arrived = reacted();
  await dilys.keyboard.press("Enter");
  await expect(opener).toHaveAccessibleName("React");
  await (await arrived).finished();
  await dilys.reload();
  await expect(opener).toHaveAccessibleName("React");

  // Changed while the first choice is still on its way: the last one is kept, on the page and in the thread.
  let letGo = () => {};
  const held = new Promise<void>((done) => {
    letGo = done;
  });
  await dilys.route("**/do/react", async (route) => {
    await held;
    await route.continue();
  });
  await opener.press("Enter");
  await expect(offered.first()).toBeFocused();
  await dilys.keyboard.press("Enter");
  await expect(opener).toHaveAccessibleName(`Reactions: 1, ${first}`);
  await dilys.keyboard.press("Enter");
  await expect(offered.first()).toBeFocused();
  await dilys.keyboard.press("ArrowRight");
  await dilys.keyboard.press("Enter");
  await expect(opener).toHaveAccessibleName(`Reactions: 1, ${second}`);
  arrived = dilys.waitForResponse(
    (response) => response.ok() && Boolean(response.request().postData()?.includes(`kind=${secondKind}`)),
  );
  letGo();
  await (await arrived).finished();
  await dilys.unroute("**/do/react");
  await dilys.reload();
  await expect(opener).toHaveAccessibleName(`Reactions: 1, ${second}`);

  await post.getByRole("button", { name: "Bookmark", exact: true }).press("Enter");
  await expect(dilys.getByText("Kept among your bookmarks")).toBeVisible();
  await expect(post.getByRole("button", { name: "Remove the bookmark" })).toBeVisible();
  await dilys.getByRole("link", { name: "Note and reminder" }).first().press("Enter");
  await expect(dilys.getByRole("heading", { level: 1 })).toHaveText("Your bookmark");
  await expectSound(dilys, "a bookmark");
  await dilys.getByLabel("Note", { exact: true }).fill("Look under the label");
  await dilys.getByRole("radio", { name: "Tomorrow morning" }).check();
  await dilys.getByRole("button", { name: "Save" }).press("Enter");
  const kept = dilys.locator(".bookmarks > li", { hasText: "Look under the label" });
  await expect(kept).toContainText("Reminder:");

  await dilys.goto(address);
  await post.locator("summary[aria-label='More for this post']").press("Enter");
  await post.getByRole("button", { name: "Mark as the answer" }).press("Enter");
  await expect(dilys.locator("#p1").getByRole("link", { name: "Answered by Bridget O'Dowd" })).toHaveAttribute(
    "href",
    "#p2",
  );
  await bridget.goto("/long-grass/spaces/six-screws");
  await expect(bridget.locator(".tl > li", { hasText: "The sixth screw" })).toContainText("Answered");
  await Promise.all([bridget, dilys].map((page) => page.context().close()));
});

test("who reacted opens in place, by keyboard, and the focus goes back; also for who cannot react", async ({
  browser,
}) => {
  const dilys = await comeIn(browser, "insider");
  const address = await ask(dilys, "The eighth screw");
  const bridget = await comeIn(browser, "member");
  await bridget.goto(address);
  const opener = bridget.locator("#p1 a[data-act='like']");
  await opener.press("Enter");
  const arrived = bridget.waitForResponse((response) => response.url().endsWith("/do/react") && response.ok());
  await bridget.keyboard.press("Enter");
  await (await arrived).finished();
  await opener.press("Enter");
  const who = bridget.getByRole("dialog", { name: "Who reacted" });
  await bridget.getByRole("link", { name: "See who reacted" }).press("Enter");
  await expect(who).toBeFocused();
  await expect(who).toContainText("Bridget O'Dowd");
  await expect(who).toContainText("Like");
  await expectSound(bridget, "who reacted");
  await bridget.keyboard.press("Escape");
  await expect(who).toHaveCount(0);
  await expect(opener).toBeFocused();

  // It is hers, and she reads it all the same.
  await dilys.goto(address);
  const total = dilys.locator("#p1").getByRole("link", { name: "1 reaction" });
  const list = dilys.getByRole("dialog", { name: "Who reacted" });
  await total.press("Enter");
  await expect(list).toContainText("Bridget O'Dowd");
  await expect(total).toHaveAttribute("aria-expanded", "true");
  await list.getByRole("button", { name: "Close" }).press("Enter");
  await expect(list).toHaveCount(0);
  await expect(total).toBeFocused();
  expect(new URL(dilys.url()).pathname).toBe(address);
  await Promise.all([bridget, dilys].map((page) => page.context().close()));
});

test("without JavaScript the same is done by pages: a reaction, a bookmark with a reminder, the answer and no longer the answer", async ({
  browser,
}) => {
  const dilys = await comeIn(browser, "insider", false);
  const address = await ask(dilys, "The seventh screw");
  const bridget = await comeIn(browser, "member", false);
  await answer(bridget, address, "There is none.");

  const post = dilys.locator("#p2");
  const opener = post.locator("a[data-act='like']");
  await dilys.goto(address);
  await opener.click();
  await expect(dilys.getByRole("heading", { level: 1 })).toHaveText("Reactions");
  await dilys.getByRole("button", { name: "Like", exact: true }).click();
  await expect(opener).toHaveAccessibleName("Reactions: 1, Like");
  await opener.click();
  await expect(dilys.getByRole("main")).toContainText("Dilys Prosser");
  await dilys.getByRole("button", { name: "Take back Like" }).click();
  await expect(opener).toHaveAccessibleName("React");

  await post.getByRole("button", { name: "Bookmark", exact: true }).click();
  await dilys.getByRole("radio", { name: "Next week, on Monday morning" }).check();
  await dilys.getByRole("button", { name: "Save" }).click();
  await expect(dilys.locator(".bookmarks > li", { hasText: "The seventh screw" })).toContainText("Reminder:");

  await dilys.goto(address);
  const choose = async (act: string) => {
    await post.locator("summary[aria-label='More for this post']").click();
    await post.getByRole("button", { name: act }).click();
  };
  await choose("Mark as the answer");
  await expect(dilys.locator("#p1")).toContainText("Answered by Bridget O'Dowd");
  await choose("No longer the answer");
  await expect(post).toContainText("There is none.");
  await expect(dilys.locator("#p1")).not.toContainText("Answered by");
  await Promise.all([bridget, dilys].map((page) => page.context().close()));
});
