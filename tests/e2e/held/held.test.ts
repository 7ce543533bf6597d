import { type Browser, expect, type Page, test } from "@playwright/test";
import { become } from "../../support/become";
import { foundYard, sendForm } from "../communities/yard";
import { expectSound } from "../journeys/sound";

async function newPage(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  return (await browser.newContext({ javaScriptEnabled })).newPage();
}

/** A yard with one room and one thread in it, of Una, who founded it. */
async function aShed(una: Page) {
  const slug = await foundYard(una);
  await una.goto(`/${slug}/manage/spaces/new`);
  await sendForm(una, "make-space", { name: "The Shed", slug: "shed", purpose: "Where tools are." });
  await expect(una.getByRole("heading", { level: 1, name: "The Shed" })).toBeVisible();
  await una.goto(`/${slug}/spaces/shed/new`);
  await write(una, "start-thread", { title: "Which hammer?", text: "Mine lost its head." });
  await expect(una.getByRole("heading", { level: 1, name: "Which hammer?" })).toBeVisible();
  return { slug, thread: new URL(una.url()).pathname };
}

/** Odalys, who is new there. */
async function joins(page: Page, slug: string) {
  await become(page, "visitor");
  await page.goto(`/${slug}/join`);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await expect(page).toHaveURL(`/${slug}`);
}

async function write(page: Page, act: "write-post" | "start-thread", fill: Record<string, string>) {
  const form = page.locator(`form[action$="/do/${act}"]`);
  for (const [name, value] of Object.entries(fill)) await form.locator(`[name="${name}"]`).fill(value);
  await form.locator(".acts [type=submit]").first().click();
}

async function choose(una: Page, slug: string, rules: Record<string, string>) {
  await una.goto(`/${slug}/manage/rules`);
  await sendForm(una, "change-rules", rules);
  await expect(una.getByText("Saved", { exact: true })).toBeVisible();
}

const waits = "Your post waits for a moderator. You see it here; nobody else does yet.";

for (const scripts of [true, false])
  test(`${scripts ? "with" : "without"} JavaScript: a newcomer's post waits, a moderator approves it, and refuses another with a reason`, async ({
    browser,
  }) => {
    test.setTimeout(240_000);
    const una = await newPage(browser, scripts);
    const { slug, thread } = await aShed(una);
    await choose(una, slug, { firstPosts: "1" });

    const odalys = await newPage(browser, scripts);
    await joins(odalys, slug);
    await odalys.goto(thread);
    await write(odalys, "write-post", { text: "A claw hammer, with a head." });
    const mine = odalys.getByRole("region", { name: "An answer in “Which hammer?”" });
    await expect(mine).toContainText("A claw hammer, with a head.");
    await expect(mine).toContainText(waits);
    await expect(mine).toContainText("The first posts of somebody new are looked at.");
    await una.goto(thread);
    await expect(una.getByText("Mine lost its head.")).toBeVisible();
    await expect(una.getByText("A claw hammer")).toHaveCount(0);

    // A thread waits on the page of one's own, and is taken back there.
    await odalys.goto(`/${slug}/spaces/shed/new`);
    await write(odalys, "start-thread", { title: "And which nail?", text: "A long one." });
    const begun = odalys.getByRole("region", { name: "A thread in The Shed" });
    await expect(begun).toContainText("And which nail?");
    expect(new URL(odalys.url()).pathname).toBe(`/${slug}/held`);
    if (scripts) await expectSound(odalys, "one's own posts that wait");
    await begun.getByRole("button", { name: "Take it back" }).click();
    await expect(begun).toHaveCount(0);

    await una.goto(`/${slug}/moderation/held`);
    const waiting = una.getByRole("region", { name: "Answer in “Which hammer?”, The Shed" });
    await expect(waiting).toContainText("Odalys Ferrer");
    await expect(waiting).toContainText("No post stands here yet");
    if (scripts) await expectSound(una, "what is held for a look");
    await waiting.getByRole("button", { name: "Approve" }).click();
    await expect(una.getByText("Nothing is held")).toBeVisible();
    await una.goto(thread);
    await expect(una.locator("#p2")).toContainText("A claw hammer, with a head.");
    await odalys.goto(`/${slug}/notifications`);
    await expect(odalys.getByText("Your post now stands in “Which hammer?”")).toBeVisible();

    // Known now: the next one stands at once.
    await odalys.goto(thread);
    await write(odalys, "write-post", { text: "Mine has one for tacks." });
    await expect(odalys.locator("#p3")).toContainText("Mine has one for tacks.");

    await choose(una, slug, { firstPosts: "0", heldWords: "nail gun", refusedWords: "glue" });
    await odalys.goto(thread);
    await write(odalys, "write-post", { text: "GLUE will do." });
    await expect(odalys.getByText("“glue” is not allowed here.").first()).toBeVisible();
    await expect(odalys.locator('form[action$="/do/write-post"] [name="text"]')).toHaveValue("GLUE will do.");
    await odalys.goto(thread);
    await una.goto(`/${slug}/moderation/held`);
    await expect(una.getByText("Nothing is held")).toBeVisible();
    await write(odalys, "write-post", { text: "A nail-gun, or a nail gun." });
    await expect(mine).toContainText("It says “nail gun”.");

    // Her page says that something came, and shows it when she says so.
    if (scripts) await una.getByRole("button", { name: "Something new, show" }).click();
    else await una.reload();
    await waiting.getByText("Refuse it, with a reason").click();
    await waiting.getByLabel("Reason").fill("Too loud for the shed.");
    await waiting.getByRole("button", { name: "Refuse", exact: true }).click();
    await expect(una.getByText("Nothing is held")).toBeVisible();
    await odalys.goto(`/${slug}/notifications`);
    await odalys.getByText("A moderator did not publish what you sent").click();
    await expect(odalys.getByText("A moderator decided so. The reason: Too loud for the shed.")).toBeVisible();
    expect(new URL(odalys.url()).pathname).toBe(`/${slug}/held`);
    await Promise.all([una, odalys].map((page) => page.context().close()));
  });

test("the rules are chosen by keyboard; a bad list is refused in place and what was typed stays", async ({ page }) => {
  const slug = await foundYard(page);
  await page.goto(`/${slug}/manage/rules`);
  await page.getByLabel("First posts that are looked at").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("2");
  await page.keyboard.press("Tab");
  await expect(page.getByLabel("Words that hold a post for a look")).toBeFocused();
  await page.keyboard.type("!!!");
  await page.keyboard.press("Tab");
  await page.keyboard.type("glue");
  await page.keyboard.press("Tab");
  await page.keyboard.type("3");
  for (const _ of ["refused sites", "allowed sites", "spam checks"]) await page.keyboard.press("Tab");
  await expect(page.getByLabel("Look for signs of spam")).toBeFocused();
  await page.keyboard.press("Space");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("button", { name: "Save the rules" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.getByText("One of these has neither a letter nor a digit.").first()).toBeVisible();
  const held = page.getByLabel("Words that hold a post for a look");
  await expect(held).toHaveValue("!!!");
  await held.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("nail gun");
  await page.getByRole("button", { name: "Save the rules" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved", { exact: true })).toBeVisible();
  await page.goto(`/${slug}/manage/rules`);
  await expect(held).toHaveValue("nail gun");
  await expect(page.getByLabel("Words that are not allowed")).toHaveValue("glue");
  await expect(page.getByLabel("Links somebody new may post at once")).toHaveValue("3");
  await expect(page.getByLabel("Look for signs of spam")).toBeChecked();
  await expectSound(page, "the rules for posts");
});
