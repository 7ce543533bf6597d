import { expect, test } from "@playwright/test";
import { become } from "../../support/become";
import { plain } from "../../unit/files/pictures";

const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');

for (const javaScriptEnabled of [true, false])
  test(`Una replaces the logo of her brand, is refused a drawing, and takes it down (scripts: ${javaScriptEnabled})`, async ({
    browser,
  }) => {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await become(page, "owner");
    await page.goto("/brands/tindrel/settings");
    const now = page.getByRole("img", { name: "The logo as it is now" });
    const send = async (name: string, buffer: Buffer) => {
      await page.getByLabel("Picture").setInputFiles({ name, mimeType: "image/png", buffer });
      await page.getByRole("button", { name: "Use this picture" }).click();
    };
    const address = async () => ((await now.count()) ? now.getAttribute("src") : null);

    const before = await address();
    await send("logo.png", await plain("png", javaScriptEnabled ? 90 : 91, 60));
    // Between two pages there is none.
    await expect.poll(async () => ![null, before].includes(await address())).toBe(true);
    const mine = await now.getAttribute("src");
    expect((await context.request.get(mine!)).headers()["content-type"]).toBe("image/webp");

    await send("logo.png", svg);
    await expect(page.getByText("SVG drawings can hold scripts").first()).toBeVisible();
    await page.goto("/brands/tindrel/settings");
    expect(await address()).toBe(mine);

    await page.getByRole("button", { name: "Take it away" }).click();
    await expect(now).toHaveCount(0);
    expect((await context.request.get(mine!)).status()).toBe(404);
    await context.close();
  });
