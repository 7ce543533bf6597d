import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, expect, type Page, test } from "@playwright/test";
import { become, type Role } from "../../support/become";
import { community } from "../../support/score/community";
import { asJsonl, asSlack, writeZip } from "../../support/score/exports";
import { startServer, type TestServer } from "../../support/server";
import { givenCluster } from "../../support/shared-cluster";
import { expectAccessible, expectNoOverflow, expectSound } from "../journeys/sound";

// On a server of its own: hundreds of people and posts more would be met by every other test.
let server: TestServer;
const folder = mkdtempSync(join(tmpdir(), "kindling-export-"));
const talk = community("tight", { people: 14, weeks: 8 });

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await startServer({ on: givenCluster() });
});
test.afterAll(() => {
  rmSync(folder, { recursive: true });
  return server?.stop();
});

async function comeIn(browser: Browser, role: Role, more: object = {}): Promise<Page> {
  const context = await browser.newContext({ baseURL: server.origin, ...more });
  const page = await context.newPage();
  await become(page, role);
  return page;
}

const state = (page: Page, said: RegExp) => page.locator(".notice").filter({ hasText: said });

test("an export is dropped, looked at, brought with live progress, found in its space, and taken back", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const page = await comeIn(browser, "manager");
  const zip = await writeZip(join(folder, "slack.zip"), asSlack(talk));

  await test.step("it is sent in parts, and what was recognised is said before anything is brought", async () => {
    await page.goto("/long-grass/manage");
    await page.getByRole("link", { name: "Imports", exact: true }).click();
    await expect(page.getByText("Nothing was imported yet")).toBeVisible();
    await expectSound(page, "imports");
    await page.getByLabel("Export", { exact: true }).setInputFiles(zip);
    await expect(page.getByText("All of it is here.")).toBeVisible();
    await page.getByLabel("Name of the other place").fill("our-slack");
    await page.getByRole("button", { name: "See what is in it" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "From our-slack" })).toBeVisible();
    // Nobody reloads: the page looks again by itself.
    await expect(state(page, /^Nothing has been brought yet/)).toBeVisible({ timeout: 60_000 });
    await expect(page.getByRole("definition").first()).toHaveText("slack");
    await expectSound(page, "what is in an export");
  });

  await test.step("where everything goes and who is who", async () => {
    const first = page.locator(".planlist > li").first();
    await first.getByLabel("Name of the new space").fill("From the old place");
    await first.getByLabel("Who reads the new space").selectOption("Everyone");
    await page.getByRole("combobox", { name: / is$/ }).first().selectOption("staff of the brand");
    await page.getByRole("button", { name: "Bring it", exact: true }).click();
    await expect(state(page, /^Brought$/)).toBeVisible({ timeout: 120_000 });
    await expect(page.getByRole("heading", { level: 2, name: "What was brought" })).toBeVisible();
    await expectSound(page, "what was brought");
  });

  await test.step("it stands in its space, by people who have not come yet", async () => {
    await page.goto("/long-grass/spaces/from-the-old-place");
    await page.locator(".tl a").first().click();
    const author = page.locator(".post").first().getByRole("link").first();
    await expect(author).toBeVisible();
    await author.click();
    await expect(page.getByText("Nobody has claimed this profile yet")).toBeVisible();
    await expectAccessible(page, "a profile that nobody has claimed");
  });

  await test.step("taken back, nothing of it is left", async () => {
    await page.goto("/long-grass/manage/imports");
    await page.getByRole("link", { name: "From our-slack" }).click();
    await page.getByText("Take it all back").first().click();
    await page.getByRole("button", { name: "Take it all back" }).click();
    await expect(page.getByText("Tick the box to take it all back.").first()).toBeVisible();
    await page.getByLabel("I want all of it gone").check();
    await page.getByRole("button", { name: "Take it all back" }).click();
    await expect(state(page, /^Taken back$/)).toBeVisible({ timeout: 60_000 });
    expect((await page.request.get("/long-grass/spaces/from-the-old-place")).status()).toBe(404);
  });
});

test("without JavaScript, on a phone: the file goes with the form, and what is not to be read says so", async ({
  browser,
}) => {
  test.setTimeout(180_000);
  const page = await comeIn(browser, "owner", { javaScriptEnabled: false, viewport: { width: 390, height: 844 } });
  const path = join(folder, "export.jsonl");
  writeFileSync(path, asJsonl(talk));
  const send = async (file: string) => {
    await page.goto("/tindrel-help/manage/imports");
    await expectNoOverflow(page, "imports on a phone");
    await page.getByLabel(/^(Export|Datei)$/).setInputFiles(file);
    await page.locator('[name="source"]').fill("altes-forum");
    await page.locator('form[action$="/do/read-import"] button[type="submit"]').click();
  };
  const settled = async (words: RegExp) =>
    expect(async () => {
      await page.reload();
      await expect(page.locator(".notice").first()).toContainText(words, { timeout: 1_000 });
    }).toPass({ timeout: 60_000 });
  writeFileSync(join(folder, "nonsense.bin"), "This is no export.");
  await send(join(folder, "nonsense.bin"));
  await settled(/We could not read this file|konnten wir nicht lesen/);
  await page.locator('form[action$="/do/drop-import"] button').click();
  await settled(/Not brought|Nicht mitgebracht/);
  await send(path);
  await settled(/Nothing has been brought yet|Noch ist nichts mitgebracht/);
  await expectNoOverflow(page, "an export on a phone");
  await page.locator('form[action$="/do/decide-import"] button[type="submit"]').click();
  await settled(/^(Brought|Mitgebracht)$/);
});

for (const javaScriptEnabled of [true, false])
  test(`columns are mapped: a table of another program says which is which, ${javaScriptEnabled ? "with" : "without"} JavaScript`, async ({
    browser,
  }) => {
    const page = await comeIn(browser, "manager", { javaScriptEnabled, viewport: { width: 390, height: 844 } });
    const table = [
      "Post number;Username;Clock;Raw;Heading",
      "1;mira;2026-03-01T10:00:00Z;It hums.;Lamps",
      "2;noa;2026-03-02T10:00:00Z;Mine too.;Lamps",
    ];
    writeFileSync(join(folder, "table.csv"), table.join("\n"));
    await page.goto("/long-grass/manage/imports");
    await page.getByLabel("Export", { exact: true }).setInputFiles(join(folder, "table.csv"));
    if (javaScriptEnabled) await expect(page.getByText("All of it is here.")).toBeVisible();
    await page.locator('[name="source"]').fill(javaScriptEnabled ? "a-table" : "another-table");
    await page.locator('form[action$="/do/read-import"] button[type="submit"]').click();
    await expect(page.getByRole("heading", { level: 1, name: /^From an?/ })).toBeVisible();
    const settled = (words: RegExp) =>
      expect(async () => {
        await page.reload();
        await expect(page.locator(".notice").first()).toContainText(words, { timeout: 1_000 });
      }).toPass({ timeout: 60_000 });
    // A reload before the answer would take back what was sent.
    const press = async (name: string) => {
      const answered = page.waitForResponse((response) => response.request().method() === "POST");
      await page.getByRole("button", { name }).click();
      await answered;
    };
    await settled(/its columns are not called as we know them/);
    if (javaScriptEnabled) await expectSound(page, "which column is which");
    else await expectNoOverflow(page, "which column is which");

    const column = (label: string) => page.getByRole("combobox", { name: label });
    await expect(column("Who wrote it")).toHaveValue("Username");
    await expect(column("The words")).toHaveValue("Raw");
    await expect(column("When")).toHaveValue("");
    await column("When").selectOption("Clock");
    await column("Title of the thread").selectOption("Clock");
    await page.getByRole("button", { name: "Read it with these" }).click();
    await expect(page.getByText("This column is chosen above for something else.").first()).toBeVisible();
    await expect(column("When")).toHaveValue("Clock");
    await column("Title of the thread").selectOption("Heading");
    await press("Read it with these");
    await settled(/Nothing has been brought yet/);
    await expect(page.getByText("2 messages").first()).toBeVisible();
    await page.getByText("Read it with other columns").click();
    await expect(column("Title of the thread")).toHaveValue("Heading");
    await press("Do not bring it");
    await settled(/Not brought/);
  });
