import { type Browser, expect, type Page, test } from "@playwright/test";
import { become, type Role } from "../../support/become";
import { expectSound } from "../journeys/sound";

async function comeIn(browser: Browser, role: Role | undefined, scripts: boolean, phone = false): Promise<Page> {
  const context = await browser.newContext({
    javaScriptEnabled: scripts,
    ...(phone && { viewport: { width: 390, height: 800 } }),
  });
  const page = await context.newPage();
  if (role) await become(page, role);
  return page;
}

const form = (page: Page, action: string) => page.locator(`form[action$="/do/${action}"]`);

for (const scripts of [true, false])
  test(`${scripts ? "with" : "without"} JavaScript: a thread is tagged and asks something; others vote, change and take back; it is closed`, async ({
    browser,
  }) => {
    test.setTimeout(180_000);
    const title = `Which mount hums ${scripts ? "most" : "least"}`;
    const tag = scripts ? "mounts" : "humming";
    const bridget = await comeIn(browser, "member", scripts);
    await bridget.goto("/long-grass/spaces/meadow/new");
    const start = form(bridget, "start-thread");
    await start.getByLabel("Title").fill(title);
    await start.locator('[name="text"]').fill("Please say.");
    await start.getByLabel("Tags").fill(`${tag}, dawn`);
    await start.getByText("Add a poll").click();
    await start.getByLabel("Question").fill("Which one?");
    await start.getByLabel("Answers to choose from").fill("Cork\nFelt\nRubber");
    await start.getByRole("button", { name: "Post", exact: true }).click();
    await expect(bridget.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(bridget.getByRole("list", { name: "Tags" }).getByRole("link")).toHaveText(["dawn", tag]);
    const address = new URL(bridget.url()).pathname;
    if (scripts) {
      await bridget.getByRole("link", { name: "Correct the poll" }).click();
      await expect(bridget.getByLabel("Question")).toHaveValue("Which one?");
      await expectSound(bridget, "the page that corrects a poll");
      await bridget.goto(address);
    }

    const dilys = await comeIn(browser, "insider", scripts, true);
    await dilys.goto(address);
    const poll = dilys.getByRole("region", { name: "Which one?" });
    await expect(poll.getByText("Nobody sees your vote")).toBeVisible();
    await poll.getByRole("radio", { name: "Felt" }).check();
    await poll.getByRole("button", { name: "Vote", exact: true }).click();
    const results = poll.getByRole("table", { name: "Results: Which one?" });
    await expect(results.getByRole("row", { name: "Felt" })).toContainText("100%");
    expect(await dilys.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);

    await poll.getByText("Change my vote").first().click();
    await poll.getByRole("radio", { name: "Cork" }).check();
    await poll.getByRole("button", { name: "Change my vote" }).click();
    await expect(results.getByRole("row", { name: "Cork" })).toContainText("your vote");
    await expect(results.getByRole("row", { name: "Felt" })).toContainText("0%");

    await bridget.goto(address);
    await expect(bridget.getByRole("table", { name: "Results: Which one?" })).not.toContainText("Dilys");
    await bridget.getByRole("button", { name: "Close the poll" }).click();
    await expect(bridget.getByRole("button", { name: "Open it again" })).toBeVisible();
    await dilys.goto(address);
    await expect(poll.getByRole("radio")).toHaveCount(0);
    await expect(poll).toContainText("1 person voted · Closed");
    await bridget.getByRole("button", { name: "Open it again" }).click();
    await expect(bridget.getByRole("button", { name: "Close the poll" })).toBeVisible();
    await dilys.goto(address);
    await poll.getByText("Change my vote").first().click();
    await poll.getByRole("button", { name: "Take my vote back" }).click();
    await expect(poll).toContainText("Nobody voted yet");

    const nobody = await comeIn(browser, undefined, scripts);
    await nobody.goto(`/long-grass/tags/${tag}`);
    await expect(nobody.getByRole("link", { name: title })).toBeVisible();
    await nobody.goto(`/long-grass/spaces/meadow?tag=${tag}`);
    await expect(nobody.getByText(`Only threads tagged ${tag}`)).toBeVisible();
    await expect(nobody.getByRole("link", { name: title })).toBeVisible();
    expect((await nobody.goto("/long-grass/tags/front-end"))?.status()).toBe(404);
    await Promise.all([bridget, dilys, nobody].map((page) => page.context().close()));
  });
