import { expect, test } from "@playwright/test";
import { mustRun } from "../../../lib/operate/start/typescript.mjs";
import { startServer, type TestServer } from "../../support/server";
import { givenCluster } from "../../support/shared-cluster";

test.describe.configure({ mode: "serial" });
test.setTimeout(120_000);

let server: TestServer;
test.beforeAll(async () => {
  server = await startServer({ seed: false, on: givenCluster() });
});
test.afterAll(() => server?.stop());

const code = async () => {
  const said = await mustRun("lib/operate/found-code.ts", [], { ...server.variables, ORIGIN: server.origin });
  return /: (\S+)\s*$/.exec(said)?.[1] ?? "";
};

test("on an empty Kindling nobody founds anything without the code from the console", async ({ page }) => {
  await page.goto(server.origin);
  await page.getByRole("link", { name: /found/i }).first().click();
  await page.waitForURL(/\/found$/);
  await fill(page, "not-the-code-of-the-console");
  await page.locator("main form").getByRole("button").last().click();
  await expect(page.getByRole("main").getByRole("alert")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveValue("Hedda Founder");
  expect((await page.request.get(`${server.origin}/first-community`)).status()).toBe(404);
});

test("with the code Hedda founds her brand, is its owner, and the code is spent", async ({ page, browser }) => {
  const once = await code();
  expect(once.length).toBeGreaterThan(10);
  await page.goto(`${server.origin}/found`);
  await fill(page, once);
  await page.locator("main form").getByRole("button").last().click();
  await page.waitForURL(/\/first-community/);
  await page.goto(`${server.origin}/first-community/manage`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();

  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto(`${server.origin}/found?code=${once}`);
  await expect(stranger).not.toHaveURL(/\/found/);
});

test("nobody is anybody with one click where there is no demo", async ({ page }) => {
  for (const path of ["/demo", "/demo/mail"]) {
    const answer = await page.goto(server.origin + path);
    expect(answer?.status(), path).toBe(404);
  }
});

async function fill(page: import("@playwright/test").Page, typed: string): Promise<void> {
  const main = page.locator("main");
  await main.locator('[name="code"]').fill(typed);
  await main.locator('[name="name"]').fill("Hedda Founder");
  await main.locator('[name="email"]').fill("hedda@founder.example");
  await main.locator('[name="password"]').fill("four kettles on the stairs");
  await main.locator('[name="brandName"]').fill("Founder and Daughters");
  await main.locator('[name="communityName"]').fill("The First Community");
  await main.locator('[name="communitySlug"]').fill("first-community");
  await main.locator('[name="purpose"]').fill("For whoever comes first.");
}
