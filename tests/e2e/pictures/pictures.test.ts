import { type Browser, expect, type Page, test } from "@playwright/test";
import { become, type Role } from "../../support/become";
import { plain } from "../../unit/files/pictures";

/** Each in a browser of their own, as people are. */
async function comeIn(browser: Browser, role: Role | undefined, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  if (role) await become(page, role);
  return page;
}

/** As the browser hands over what was pasted or dropped. */
const handOver = (page: Page, how: "paste" | "drop", name: string, bytes: Buffer) =>
  page.locator("#f-text").evaluate(
    (text, [how, name, base64]) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: "image/png" }));
      const more = { bubbles: true, cancelable: true };
      text.dispatchEvent(
        how === "paste"
          ? new ClipboardEvent("paste", { ...more, clipboardData: data })
          : new DragEvent("drop", { ...more, dataTransfer: data }),
      );
    },
    [how, name, bytes.toString("base64")] as const,
  );

test("pictures pasted, dropped and chosen go up with a line each, and are seen by who reads the thread and by nobody else", async ({
  browser,
}) => {
  const dilys = await comeIn(browser, "insider");
  await dilys.goto("/long-grass/spaces/lamp-room/new");
  await dilys.locator('[name="title"]').fill("What the hive looks like inside");
  await dilys.locator("#f-text").fill("Look.");
  await expect(dilys.locator(".pictures .btn")).toHaveText("Add pictures");
  const lines = dilys.getByRole("list", { name: "Pictures", exact: true }).getByRole("listitem");

  await handOver(dilys, "paste", "pasted.png", await plain("png", 900, 600));
  await expect(lines.first()).toContainText("In your text");
  await expect(dilys.locator("#f-text")).toHaveValue(/^Look\.\n\n!\[\]\(\/files\/[\w-]+\/large\)\n\n$/);
  await lines.first().getByLabel("What does it show?").fill("Bees at [rest]");
  await expect(dilys.locator("#f-text")).toHaveValue(/!\[Bees at {2}rest {0,1}\]\(/);

  // The line breaks in the middle: what was to go stays, and goes on when asked.
  await dilys.route("**/files/upload/*", (route) => route.abort());
  await handOver(dilys, "drop", "dropped.png", await plain("png", 300, 200));
  await expect(lines.nth(1)).toContainText("The connection broke.");
  await dilys.unroute("**/files/upload/*");
  await lines.nth(1).getByRole("button", { name: "Try again" }).click();
  await expect(lines.nth(1)).toContainText("In your text");

  await dilys.locator('input[name="pictures"]').setInputFiles([
    { name: "chosen.png", mimeType: "image/png", buffer: await plain("png", 200, 200) },
    { name: "words.png", mimeType: "image/png", buffer: Buffer.from("These are words.") },
  ]);
  await expect(lines.nth(2)).toContainText("In your text");
  await expect(lines.nth(3)).toContainText("not a picture we can show");
  await lines.nth(3).getByRole("button", { name: "Put away" }).click();
  await expect(lines).toHaveCount(3);

  await dilys.getByRole("button", { name: "Post", exact: true }).click();
  await expect(dilys.getByRole("heading", { level: 1, name: "What the hive looks like inside" })).toBeVisible();
  const shown = dilys.locator("#p1 .pic img");
  await expect(shown).toHaveCount(3);
  await expect(shown.first()).toHaveAttribute("width", "900");
  await expect(shown.first()).toHaveAttribute("alt", /Bees at\s+rest/);
  await expect.poll(() => shown.first().evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(0);

  const address = (await dilys.locator("#p1 .pic").first().getAttribute("href"))!;
  const thread = new URL(dilys.url()).pathname;
  expect((await dilys.request.get(address)).headers()["cache-control"]).toBe("private, no-cache");
  for (const role of [undefined, "member"] as const) {
    const outside = await comeIn(browser, role);
    expect((await outside.request.get(thread)).status()).toBe(404);
    expect((await outside.request.get(address)).status()).toBe(404);
    await outside.context().close();
  }
  await dilys.context().close();
});

test("without JavaScript the form takes pictures along and puts them at the end", async ({ browser }) => {
  const bridget = await comeIn(browser, "member", false);
  await bridget.goto("/long-grass/spaces/meadow/new");
  await bridget.locator('[name="title"]').fill("A picture by a plain form");
  await bridget.locator('[name="text"]').fill("See below.");
  await bridget
    .locator('[name="pictures"]')
    .setInputFiles({ name: "hive.png", mimeType: "image/png", buffer: await plain("png", 120, 80) });
  await bridget.getByLabel("What do the pictures show?").fill("A hive in the grass");
  await bridget.getByRole("button", { name: "Post", exact: true }).click();
  await expect(bridget.locator("#p1 .txt")).toContainText("See below.");
  await expect(bridget.locator("#p1 .pic img")).toHaveAttribute("alt", "A hive in the grass");
  await expect(bridget.locator("#p1 .pic img")).toHaveAttribute("width", "120");
  await bridget.context().close();
});
