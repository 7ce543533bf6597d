import { expect, test } from "@playwright/test";
import { foundYard, sendForm } from "./yard";

test("Una gives her community another address: the old one answers 308, with all that stood behind it", async ({
  page,
  request,
}) => {
  const slug = await foundYard(page);
  const moved = `${slug}-moved`;
  await page.goto(`/${slug}/manage/settings`);
  await sendForm(page, "change-community", { slug: moved });
  await expect(page).toHaveURL(`/${moved}/manage/settings`);
  for (const [path, place] of [
    ["", ""],
    ["/about", "/about"],
    ["/spaces/hello", "/spaces/hello"],
  ]) {
    const answer = await request.get(`/${slug}${path}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers().location).toBe(`/${moved}${place}`);
  }
  expect((await request.get(`/${slug}-never`, { maxRedirects: 0 })).status()).toBe(404);
});

test("a word of the product's own is refused, and what was typed stays", async ({ page }) => {
  const slug = await foundYard(page);
  await page.goto(`/${slug}/manage/settings`);
  await sendForm(page, "change-community", { slug: "settings", name: "The Far Yard" });
  await expect(page.getByText("This address is kept for the product itself.").first()).toBeVisible();
  await expect(page.locator('[name="name"]').first()).toHaveValue("The Far Yard");
});
