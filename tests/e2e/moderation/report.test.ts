import { expect, test } from "@playwright/test";
import { foundYard, sendForm } from "../communities/yard";

test("the report form works without an account and without JavaScript, and Una answers", async ({ page, browser }) => {
  const slug = await foundYard(page);
  const plain = await browser.newContext({ javaScriptEnabled: false });
  const guest = await plain.newPage();
  await guest.goto(`/${slug}/report?about=${encodeURIComponent(`/${slug}/spaces/hello`)}`);
  await guest.getByLabel("Tell us more").fill("A watch for nine euros, three times a day.");
  await guest.getByText("It is advertising or a trap").click();
  await guest.getByRole("button", { name: "Send report" }).click();
  await expect(guest.getByText("Thank you, it has arrived")).toBeVisible();
  await plain.close();

  await page.goto(`/${slug}/manage/reports`);
  await expect(page.getByText("A watch for nine euros")).toBeVisible();
  await expect(page.getByText("Somebody without an account")).toBeVisible();
  await sendForm(page, "answer-report", { answer: "It is gone, and so is the seller." });
  await expect(page.getByText("Nothing is waiting")).toBeVisible();
  await page.goto(`/${slug}/manage/reports?show=answered`);
  await expect(page.getByText("It is gone, and so is the seller.")).toBeVisible();
});

test("what is missing is said at its field, and what was typed stays, without JavaScript too", async ({ browser }) => {
  for (const javaScriptEnabled of [true, false]) {
    const context = await browser.newContext({ javaScriptEnabled });
    const page = await context.newPage();
    await page.goto("/long-grass/report");
    await page.getByLabel("Tell us more").fill("A watch for nine euros.");
    await page.getByLabel("Your e-mail address").fill("nobody@nowhere");
    await page.getByText("Something else").click();
    await page.getByRole("button", { name: "Send report" }).click();
    await expect(page.getByText("This does not look like an e-mail address.").first()).toBeVisible();
    await expect(page.getByLabel("Tell us more")).toHaveValue("A watch for nine euros.");
    await context.close();
  }
});
