import { randomUUID } from "node:crypto";
import { expect, type Page } from "@playwright/test";
import { foundYard, sendForm } from "../communities/yard";
import { ask, linkTo } from "./mailbox";
import { onOwnServer } from "./own-server";
import { address, fillSignUp, password, verify } from "./somebody";

/** What Una has given out before sign-ups were closed. */
let yard: string;
let byLink: string;

const test = onOwnServer(async () => ({ seed: true }));

const mailedTo = async (email: string) => `/${yard}/invitation/${await linkTo(email, "invitation")}`;
const invite = async (una: Page, email: string) => {
  await una.goto(`/${yard}/invite`);
  await sendForm(una, "invite-by-mail", { email });
  await una.waitForURL(/[?]sent/);
};

/** Opens the invitation, makes an account from there, and is on the page where that leads. */
async function comeBy(page: Page, path: string, email: string) {
  await page.goto(path);
  await page.locator("main").getByRole("link", { name: "Create an account" }).click();
  await fillSignUp(page, "Noor", email);
}

test("the operator closes sign-ups: the page says so before anybody types, and a form of one's own is refused", async ({
  page,
  browser,
  baseURL,
}) => {
  const una = await (await browser.newContext()).newPage();
  yard = await foundYard(una);
  await una.goto(`/${yard}/invite`);
  await sendForm(una, "invite-by-link", { uses: "20" });
  byLink = new URL(await una.getByLabel("Your link").inputValue()).pathname;
  for (const name of ["ada", "bo", "cleo"]) await invite(una, `${name}@invited.example`);
  await una.context().close();
  await ask("insert into operator_settings (key, value) values ('signUpsOpen', 'false')", []);

  await page.goto("/sign-up");
  await expect(page.getByText("New accounts are only made by invitation here.")).toBeVisible();
  await expect(page.getByLabel("Your name")).toHaveCount(0);
  await page.goto(`/sign-up?next=${encodeURIComponent(`${byLink}x`)}`);
  await expect(page.getByLabel("Your name")).toHaveCount(0);
  const mailed = await mailedTo("ada@invited.example");
  for (const [next, email] of [
    ["/", "mallory@example.org"],
    [`${byLink}x`, "mallory@example.org"],
    [`/${yard}/invitation/${randomUUID()}`, "mallory@example.org"],
    // It was mailed to Ada.
    [mailed, "mallory@example.org"],
  ] as const) {
    const answer = await page.request.post("/do/sign-up", {
      form: { key: randomUUID(), name: "Mallory", email, password, next, invited: "by mail" },
      headers: { origin: baseURL ?? "", accept: "application/json" },
    });
    expect([next, answer.status()]).toEqual([next, 403]);
  }
  expect(await ask("select 1 from people where email = 'mallory@example.org'", [])).toEqual([]);
});

for (const [how, javaScriptEnabled, name] of [
  ["with JavaScript", true, "ada"],
  ["without JavaScript", false, "bo"],
] as const) {
  test(`a mailed invitation: one form, and its reader is in, proven, and comes in, ${how}`, async ({ browser }) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const path = await mailedTo(`${name}@invited.example`);
    await comeBy(page, path, `${name}@invited.example`);
    await expect(page).toHaveURL(path);
    await page.getByRole("button", { name: "Come in" }).click();
    await expect(page).toHaveURL(`/${yard}`);
    await page.goto("/settings/security");
    await expect(page.getByText(`${name}@invited.example`)).toBeVisible();
    await expect(page.getByText("not confirmed yet")).toHaveCount(0);
    await page.context().close();
  });

  test(`a link: the address is proven by a mail first, then leads back to the invitation, ${how}`, async ({
    browser,
  }) => {
    const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
    const email = address(`linked-${name}`);
    await comeBy(page, byLink, email);
    await expect(page.getByRole("heading", { name: "Check your mail" })).toBeVisible();
    await verify(page, email);
    await expect(page).toHaveURL(byLink);
    await page.getByRole("button", { name: "Come in" }).click();
    await expect(page).toHaveURL(`/${yard}`);
    await page.context().close();
  });
}

test("over plain HTTP: two forms, and Cleo is a member", async ({ playwright, baseURL }) => {
  const at = await playwright.request.newContext({ baseURL });
  const path = await mailedTo("cleo@invited.example");
  const send = async (act: string, form: Record<string, string>) => {
    const headers = { origin: baseURL ?? "", accept: "application/json" };
    const answer = await at.post(act, { form: { key: randomUUID(), ...form }, headers });
    return [answer.status(), (await answer.json()).location];
  };
  const form = { name: "Cleo", email: "cleo@invited.example", password, next: path };
  expect(await send("/do/sign-up", form)).toEqual([200, path]);
  const token = path.split("/").at(-1) ?? "";
  expect(await send(`/${yard}/do/redeem-invitation`, { token })).toEqual([200, `/${yard}`]);
  expect((await at.get(`/${yard}/members`)).status()).toBe(200);
  await at.dispose();
});
