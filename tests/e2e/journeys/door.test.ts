import { expect, type Page, test } from "@playwright/test";
import { become } from "../../support/become";

const room = "/long-grass/spaces/lamp-room";
/** One who holds the badge, and what only people inside see. */
const insider = "Dilys Prosser";

async function seesTheDoor(page: Page): Promise<void> {
  await page.goto(room);
  const main = page.locator("main");
  await expect(main.getByRole("heading", { level: 1, name: "The Lamp Room" })).toBeVisible();
  await expect(main.getByText("First Flight").first()).toBeVisible();
  await expect(main.getByText("The Quiet Minute").first()).toBeVisible();
  await expect(main.getByText(insider)).toHaveCount(0);
}

for (const javaScriptEnabled of [true, false])
  test(`a stranger stands before the door and learns only what it says, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    await seesTheDoor(await context.newPage());
    await context.close();
  });

test("a member without the badge, and the representative, meet the same door", async ({ page }) => {
  for (const role of ["member", "representative"] as const) {
    await become(page, role);
    await seesTheDoor(page);
  }
});

test("the insider is let in", async ({ page }) => {
  await become(page, "insider");
  await page.goto(room);
  await expect(page.getByText("Ways in")).toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "The Lamp Room" })).toBeVisible();
});

test("whatever is asked for inside, there or not, the answer is the same door and 404", async ({ page }) => {
  const seen: string[] = [];
  for (const path of ["threads", "nothing", "threads/17"]) {
    const answer = await page.goto(`${room}/${path}`);
    expect(answer?.status(), path).toBe(404);
    await expect(page.getByRole("heading", { level: 1, name: "The Lamp Room" })).toBeVisible();
    const html = await page.locator("main").innerHTML();
    // React numbers its ids anew for each answer.
    seen.push(html.replaceAll(path, "PATH").replace(/_[rRsS]_[\w]*_\w*/g, "ID"));
  }
  expect(new Set(seen).size).toBe(1);
});

test("without JavaScript that 404 shows the door too", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${room}/threads`);
  await expect(page.getByRole("heading", { level: 1, name: "The Lamp Room" })).toBeVisible();
});

test("a hidden space is not there for a stranger or a member: the same plain answer as for a space nobody made", async ({
  page,
}) => {
  for (const role of [undefined, "member", "insider"] as const) {
    if (role) await become(page, role);
    const seen: (string | null)[] = [];
    for (const slug of ["blotter", "never-made"]) {
      const answer = await page.goto(`/long-grass/spaces/${slug}`);
      expect(answer?.status()).toBe(404);
      seen.push(await page.locator("main").textContent());
    }
    expect(seen[0]).toBe(seen[1]);
    expect(seen[0]).not.toContain("The Blotter");
    await page.goto("/long-grass/spaces");
    await expect(page.getByText("The Blotter")).toHaveCount(0);
  }
});
