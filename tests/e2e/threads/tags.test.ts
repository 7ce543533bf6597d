import { expect, test } from "@playwright/test";
import { become } from "../../support/become";

test("tags are found from the list of spaces, and the old address of one that was renamed leads on, in its space too", async ({
  browser,
}) => {
  const manager = await browser.newPage();
  await become(manager, "manager");
  const old = `flood${Date.now().toString(36)}`;
  await manager.goto("/long-grass/spaces/meadow/new");
  const begin = manager.locator('form[action$="/do/start-thread"]');
  await begin.locator('[name="title"]').fill("High water");
  await begin.locator('[name="text"]').fill("To the second step.");
  await begin.getByLabel(/^Tags/).first().pressSequentially(`${old},`);
  await begin.getByRole("button", { name: "Post", exact: true }).click();
  await expect(manager.getByRole("heading", { level: 1, name: "High water" })).toBeVisible();

  await manager.goto("/long-grass/spaces");
  await manager.getByRole("link", { name: "Browse by tag" }).click();
  await manager.getByRole("main").getByRole("link", { name: old }).click();
  await manager.waitForURL(new RegExp(`/tags/${old}$`));

  await manager.goto("/long-grass/manage/tags");
  const row = manager.getByRole("row", { name: old });
  await row.locator("summary").click();
  await row.getByLabel("New name").fill(`${old}ed`);
  await row.getByRole("button", { name: "Rename" }).click();
  await expect(manager.getByRole("row", { name: `${old}ed` })).toBeVisible();

  const visitor = await browser.newPage();
  for (const [from, to] of [
    [`/long-grass/tags/${old}`, `/long-grass/tags/${old}ed`],
    [`/long-grass/spaces/meadow?tag=${old}`, `/long-grass/spaces/meadow?tag=${old}ed`],
  ] as const) {
    const answer = await visitor.request.get(from, { maxRedirects: 0 });
    expect([answer.status(), answer.headers().location]).toEqual([308, to]);
  }
  await visitor.goto(`/long-grass/tags/${old}`);
  await expect(visitor.getByRole("main").getByRole("link", { name: "High water" })).toBeVisible();
  expect((await visitor.request.get("/long-grass/tags/neverwas", { maxRedirects: 0 })).status()).toBe(404);
  await Promise.all([manager, visitor].map((page) => page.close()));
});
