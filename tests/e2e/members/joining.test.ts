import { expect, test } from "@playwright/test";
import { become } from "../../support/become";
import { foundYard, sendForm } from "../communities/yard";

test("without JavaScript: Una makes a link, Odalys comes in by it, is shown who brought her, and leaves", async ({
  page,
  browser,
}) => {
  const slug = await foundYard(page);
  await page.goto(`/${slug}/invite`);
  await sendForm(page, "invite-by-link", { uses: "1" });
  const link = page.getByLabel("Your link");
  await expect(link).toBeVisible();
  const address = new URL(await link.inputValue()).pathname;

  const plain = await browser.newContext({ javaScriptEnabled: false });
  const guest = await plain.newPage();
  await guest.goto(address);
  await expect(guest.getByRole("heading", { level: 1 })).toHaveText("You are invited to The Yard");
  await expect(guest.getByText("Una Tindrel invites you.")).toBeVisible();
  const signUp = guest.locator("main").getByRole("link", { name: "Create an account" });
  expect(await signUp.getAttribute("href")).toBe(`/sign-up?next=${encodeURIComponent(address)}`);

  await become(guest, "visitor");
  await guest.goto(address);
  await guest.getByRole("button", { name: "Come in" }).click();
  await expect(guest).toHaveURL(`/${slug}`);
  await guest.goto(`/${slug}/members`);
  await guest.getByRole("link", { name: "Odalys Ferrer" }).click();
  await expect(guest.getByText("Brought by")).toBeVisible();
  await expect(guest.locator("main").getByRole("link", { name: "Una Tindrel" })).toBeVisible();

  await guest.goto(address);
  await expect(guest.getByText("You are a member already.")).toBeVisible();
  await guest.goto(`/${slug}/leave`);
  await guest.getByRole("button", { name: "Leave" }).click();
  await expect(guest).toHaveURL(`/${slug}`);
  await guest.goto(address);
  await expect(guest.getByText("This invitation has been used up.")).toBeVisible();
  await guest.goto(`/${slug}/members`);
  await expect(guest.getByText("This part is for members")).toBeVisible();
  await plain.close();
});

test("Odalys joins by the open door, and by keyboard", async ({ page, browser }) => {
  const slug = await foundYard(page);
  const context = await browser.newContext();
  const guest = await context.newPage();
  await become(guest, "visitor");
  await guest.goto(`/${slug}/join`);
  await guest.getByRole("button", { name: "Join", exact: true }).focus();
  await guest.keyboard.press("Enter");
  await expect(guest).toHaveURL(`/${slug}`);
  await expect(guest.getByText("Good to have you here")).toBeVisible();
  await context.close();
});

test("Una reads a member's entry at the desk, and the member sees that she looked", async ({ page, browser }) => {
  const slug = await foundYard(page);
  const context = await browser.newContext();
  const guest = await context.newPage();
  await become(guest, "visitor");
  await guest.goto(`/${slug}/join`);
  await sendForm(guest, "join");
  await page.goto(`/${slug}/manage/people`);
  await page.getByRole("link", { name: "Odalys Ferrer" }).click();
  await expect(page.getByText("Opening this page leaves a note")).toBeVisible();
  await guest.goto(`/${slug}/members`);
  await guest.getByRole("link", { name: "Odalys Ferrer" }).click();
  await expect(guest.getByText("Una Tindrel opened your entry at the desk")).toBeVisible();
  await context.close();
});
