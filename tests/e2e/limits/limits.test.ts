import { type Browser, expect, type Locator, type Page, test } from "@playwright/test";
import { become, type Role } from "../../support/become";
import { foundYard, sendForm } from "../communities/yard";

async function comeIn(browser: Browser, role: Role, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await become(page, role);
  return page;
}

const group = (page: Page, name: string): Locator => page.getByRole("group", { name, exact: true });

/** A room for all members, and a thread of Una's in it. */
async function aThread(una: Page, slug: string): Promise<string> {
  await una.goto(`/${slug}/manage/spaces/new`);
  await sendForm(una, "make-space", { name: "The Bench", slug: "bench", purpose: "Where everybody talks." });
  await expect(una).toHaveURL(`/${slug}/spaces/bench`);
  await una.goto(`/${slug}/spaces/bench/new`);
  const begin = una.locator('form[action$="/do/start-thread"]');
  await begin.locator('[name="title"]').fill("What are you mending?");
  await begin.locator('[name="text"]').fill("A kettle.");
  await begin.getByRole("button", { name: "Post", exact: true }).click();
  await expect(una.getByRole("heading", { level: 1, name: "What are you mending?" })).toBeVisible();
  return new URL(una.url()).pathname;
}

test("a manager finds five numbers on one page, each with what it means, and changes them by keyboard", async ({
  page,
}) => {
  const slug = await foundYard(page);
  await page.goto(`/${slug}/manage`);
  await page.getByRole("navigation", { name: "The manager's desk" }).getByRole("link", { name: "Limits" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Limits" })).toBeVisible();
  for (const name of ["Answers", "New threads", "Reactions", "Reports", "Invitations"])
    await expect(group(page, name)).toContainText(/newcomers \d+, members \d+, trusted members \d+/);
  const answers = group(page, "Answers");
  await expect(answers).toContainText("newcomers 15, members 30, trusted members 60");

  await answers.getByLabel("At most").focus();
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type("1");
  await page.keyboard.press("Tab");
  await expect(answers.getByLabel("In")).toBeFocused();
  await page.keyboard.type("1 h");
  await page.keyboard.press("Enter");
  await answers.getByLabel("At most").press("Enter");
  await expect(answers.getByText("Please give a whole number from 2 to 300.")).toBeVisible();
  await expect(answers.getByLabel("At most")).toHaveValue("1");
  await expect(answers.getByLabel("In")).toHaveValue("60");

  await answers.getByLabel("At most").fill("8");
  await answers.getByLabel("At most").press("Enter");
  await expect(answers).toContainText("newcomers 4, members 8, trusted members 16");
  await page.reload();
  await expect(answers.getByLabel("At most")).toHaveValue("8");
  await expect(answers.getByLabel("In")).toHaveValue("60");
});

test("the same page without JavaScript: a wrong number is refused in place with what was typed, and a good one stays", async ({
  page,
  browser,
}) => {
  const slug = await foundYard(page);
  const una = await comeIn(browser, "owner", false);
  await una.goto(`/${slug}/manage/limits`);
  await group(una, "Reports").getByLabel("At most").fill("lots");
  await group(una, "Reports").getByLabel("In").selectOption({ label: "1 day" });
  await group(una, "Invitations").getByLabel("At most").fill("5");
  await una.getByRole("button", { name: "Save" }).click();
  await expect(group(una, "Reports").getByText("Please give a whole number from 2 to 300.")).toBeVisible();
  await expect(group(una, "Reports").getByLabel("At most")).toHaveValue("lots");
  await expect(group(una, "Reports").getByLabel("In")).toHaveValue("1440");
  await expect(group(una, "Invitations").getByLabel("At most")).toHaveValue("5");
  await group(una, "Reports").getByLabel("At most").fill("10");
  await una.getByRole("button", { name: "Save" }).click();
  await expect(una).toHaveURL(`/${slug}/manage/limits`);
  await expect(group(una, "Reports")).toContainText("newcomers 5, members 10, trusted members 20");
  await expect(group(una, "Invitations")).toContainText("newcomers 2, members 5, trusted members 10");
});

test("a newcomer who writes too quickly is told the time and keeps the text, with and without JavaScript; who leads goes on", async ({
  page,
  browser,
}) => {
  // Three people, and everything is made first.
  test.slow();
  const slug = await foundYard(page);
  const address = await aThread(page, slug);
  await page.goto(`/${slug}/manage/limits`);
  await group(page, "Answers").getByLabel("At most").fill("2");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(group(page, "Answers")).toContainText("newcomers 1, members 2");

  for (const [role, scripts] of [
    ["visitor", true],
    ["member", false],
  ] as const) {
    const newcomer = await comeIn(browser, role, scripts);
    await newcomer.goto(`/${slug}/join`);
    await newcomer.locator('form[action$="/do/join"]').getByRole("button").last().click();
    await newcomer.waitForURL((url) => !url.pathname.endsWith("/join"));
    const form = newcomer.locator('form[action$="/do/write-post"]');
    const answer = async (text: string) => {
      await form.locator('[name="text"]').fill(text);
      await form.getByRole("button", { name: "Answer", exact: true }).click();
    };
    await newcomer.goto(address);
    await answer(`A lamp, says the ${role}.`);
    await expect(newcomer.locator(".post", { hasText: `A lamp, says the ${role}.` })).toBeVisible();
    await answer("And a chair, which I have just remembered.");
    await expect(
      newcomer.getByText(/You can post again in (a minute|\d+ minutes)\. Your text is kept\./),
    ).toBeVisible();
    await expect(form.locator('[name="text"]')).toHaveValue("And a chair, which I have just remembered.");
    await newcomer.context().close();
  }

  await page.goto(address);
  for (const n of [1, 2, 3]) {
    const form = page.locator('form[action$="/do/write-post"]');
    await form.locator('[name="text"]').fill(`Una again, ${n}.`);
    await form.getByRole("button", { name: "Answer", exact: true }).click();
    await expect(page.locator(".post", { hasText: `Una again, ${n}.` })).toBeVisible();
  }
});
