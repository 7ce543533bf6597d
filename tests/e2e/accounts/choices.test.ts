import { expect, type Page, test } from "@playwright/test";
import sharp from "sharp";
import { elsewhere, signIn, somebody } from "./somebody";

const ways = [
  ["with JavaScript", true],
  ["without JavaScript", false],
] as const;

const picture = async (name: string) => ({
  name,
  mimeType: "image/png",
  buffer: await sharp({ create: { width: 320, height: 240, channels: 3, background: "#3a7d44" } })
    .png()
    .toBuffer(),
});

const html = (page: Page) => page.locator("html");
const face = (page: Page) => page.locator("main img");

for (const [how, javaScriptEnabled] of ways) {
  test(`a picture: chosen, shown, refused where it is none, and taken away, ${how}`, async ({ browser }) => {
    const page = await elsewhere(browser, { javaScriptEnabled });
    await somebody(page, "Noor");
    await page.goto("/settings/profile");
    await expect(face(page)).toHaveCount(0);
    const form = page.getByRole("form", { name: "Picture" });
    await form.getByLabel("Picture").setInputFiles(await picture("me.png"));
    await form.getByRole("button", { name: "Use this picture" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(face(page)).toHaveCount(1);
    const src = await face(page).getAttribute("src");
    const answer = await page.request.get(src ?? "");
    expect([answer.status(), answer.headers()["content-type"]]).toEqual([200, "image/webp"]);

    const none = { name: "me.png", mimeType: "image/png", buffer: Buffer.from("this is not a picture") };
    await form.getByLabel("Picture").setInputFiles(none);
    await form.getByRole("button", { name: "Use this picture" }).click();
    await expect(form.getByRole("alert")).toBeVisible();
    await page.goto("/settings/profile");
    await expect(face(page)).toHaveAttribute("src", src ?? "");

    await page.getByRole("button", { name: "Remove picture" }).click();
    await expect(page.getByText("Saved.")).toBeVisible();
    await expect(face(page)).toHaveCount(0);
    await page.context().close();
  });

  test(`light and dark: a choice of this browser that stays, also after signing out, ${how}`, async ({ browser }) => {
    const page = await elsewhere(browser, { javaScriptEnabled, colorScheme: "light" });
    const email = await somebody(page, "Ines");
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const choose = async (name: string) => {
      await page.goto("/settings/profile");
      await page.getByRole("radio", { name }).check();
      await page.locator('form[action="/do/theme"]').getByRole("button").click();
    };
    await page.goto("/settings/profile");
    const light = await background();
    await choose("Dark");
    await expect(html(page)).toHaveAttribute("data-theme", "dark");
    expect(await background()).not.toBe(light);
    await page.goto("/settings/devices");
    await expect(html(page)).toHaveAttribute("data-theme", "dark");
    await page.goto("/settings/profile");
    await expect(page.getByRole("radio", { name: "Dark" })).toBeChecked();

    const phone = await elsewhere(browser);
    await signIn(phone, email);
    await phone.waitForURL("/");
    await expect(html(phone)).not.toHaveAttribute("data-theme");
    await phone.context().close();

    await page.goto("/settings/devices");
    await page.getByRole("button", { name: "Sign out everywhere" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sign in");
    await expect(html(page)).toHaveAttribute("data-theme", "dark");
    await signIn(page, email);
    await page.waitForURL("/");
    await choose("As my device");
    await expect(html(page)).not.toHaveAttribute("data-theme");
    await page.context().close();
  });

  test(`a visitor's language: by one press, in this browser from then on, and the way onward is kept, ${how}`, async ({
    browser,
  }) => {
    const page = await elsewhere(browser, { javaScriptEnabled, locale: "en-GB" });
    await page.goto("/sign-in?next=%2Fsettings%2Fprofile");
    await page.getByRole("button", { name: "Deutsch" }).click();
    await expect(html(page)).toHaveAttribute("lang", "de");
    await expect(page).toHaveURL("/sign-in?next=%2Fsettings%2Fprofile");
    await page.goto("/sign-up");
    await expect(html(page)).toHaveAttribute("lang", "de");
    await page.getByRole("button", { name: "English" }).click();
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Create your account");
    await page.context().close();
  });

  test(`a person's language: chosen in the settings, and theirs on every device, ${how}`, async ({ browser }) => {
    const page = await elsewhere(browser, { javaScriptEnabled, locale: "en-GB" });
    const email = await somebody(page, "Lou");
    await page.goto("/settings/profile");
    await page.getByLabel("Language").selectOption("Deutsch");
    await page.locator('form[action="/do/profile"]').getByRole("button").click();
    await expect(html(page)).toHaveAttribute("lang", "de");
    await expect(page.getByLabel("Sprache")).toHaveValue("de");
    // Who has settings is not asked in every foot of a page.
    await expect(page.getByRole("button", { name: "English" })).toHaveCount(0);
    const phone = await elsewhere(browser, { locale: "en-GB" });
    await signIn(phone, email);
    await phone.waitForURL("/");
    await expect(html(phone)).toHaveAttribute("lang", "de");
    await Promise.all([page.context().close(), phone.context().close()]);
  });
}
