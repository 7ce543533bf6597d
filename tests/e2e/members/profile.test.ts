import { type Browser, expect, type Page, test } from "@playwright/test";
import { become, originOf, type Role, six } from "../../support/become";
import { foundYard, sendForm } from "../communities/yard";
import { expectSound } from "../journeys/sound";

async function comeIn(browser: Browser, role: Role, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await become(page, role);
  return page;
}

async function send(page: Page, path: string, form: Record<string, string>): Promise<void> {
  const headers = { accept: "application/json", origin: await originOf(page) };
  const sent = await page.request.post(path, { form: { key: crypto.randomUUID(), ...form }, headers });
  expect(sent.status(), await sent.text()).toBe(200);
}

/** A community of its own, Una's, with Fergus and Odalys in it: a block holds everywhere, and these two meet in no other test. */
async function aYard(browser: Browser, javaScript: boolean) {
  const una = await (await browser.newContext()).newPage();
  const slug = await foundYard(una);
  await una.goto(`/${slug}/manage/spaces/new`);
  await sendForm(una, "make-space", { name: "The Shed", slug: "shed", purpose: "Where the tools are." });
  const fergus = await comeIn(browser, "representative", javaScript);
  const odalys = await comeIn(browser, "visitor", javaScript);
  for (const page of [fergus, odalys]) await send(page, `/${slug}/do/join`, {});
  return { slug, una, fergus, odalys };
}

const threadIn = async (page: Page, slug: string, title: string, text: string) => {
  await send(page, `/${slug}/do/start-thread`, { space: "shed", title, text });
  await page.goto(`/${slug}/spaces/shed`);
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
};

const personPage = async (page: Page, slug: string, name: string) => {
  await page.goto(`/${slug}/members?name=${encodeURIComponent(name.split(" ")[0]!)}`);
  await page.locator("main").getByRole("link", { name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
};

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";

  test(`${how}: Odalys blocks Fergus, meets him folded and not in her lists, and unblocks him in her settings`, async ({
    browser,
  }) => {
    const { slug, fergus, odalys } = await aYard(browser, javaScript);
    const hers = await threadIn(fergus, slug, "Which screws?", "The long ones, I say.");

    await personPage(odalys, slug, six.representative);
    await odalys.getByRole("link", { name: "Block", exact: true }).click();
    await expect(odalys.getByRole("heading", { level: 1 })).toHaveText(`Block ${six.representative}?`);
    await expect(odalys.getByText("Nobody is told, not them and not the people who run this place.")).toBeVisible();
    await odalys.getByRole("button", { name: "Block", exact: true }).click();
    await expect(odalys.getByText(`You block ${six.representative}`)).toBeVisible();
    await expect(odalys.getByText("This person keeps to themselves")).toHaveCount(0);
    if (javaScript) await expectSound(odalys, `/${slug}/members (blocked)`);

    await odalys.goto(`/${slug}/spaces/shed`);
    await expect(odalys.getByText("Which screws?")).toHaveCount(0);
    await odalys.goto(hers);
    const words = odalys.getByText("The long ones, I say.");
    await expect(words).toBeHidden();
    if (javaScript) await expectSound(odalys, `${hers} (folded)`);
    await odalys.getByText("By somebody you block").click();
    await expect(words).toBeVisible();

    await odalys.goto("/settings/blocked");
    await expect(odalys.getByText(six.representative)).toBeVisible();
    await odalys.getByRole("button", { name: "Unblock" }).click();
    await expect(odalys.getByText("You block nobody")).toBeVisible();
    await odalys.goto(hers);
    await expect(words).toBeVisible();
  });

  test(`${how}: what Fergus took part in stands on his page, until he keeps it to himself`, async ({ browser }) => {
    const { slug, fergus, odalys } = await aYard(browser, javaScript);
    await threadIn(fergus, slug, "A ladder to lend", "It is four metres long.");

    await personPage(odalys, slug, six.representative);
    const took = odalys.getByRole("region", { name: "What they took part in" });
    await expect(took).toContainText("1 post");
    await expect(took).toContainText("Mostly in The Shed");
    await took.getByRole("link", { name: "Everything they wrote" }).click();
    await expect(odalys.getByRole("heading", { level: 1 })).toHaveText(`What ${six.representative} wrote`);
    await odalys.getByRole("link", { name: "Threads begun" }).click();
    await odalys.getByRole("link", { name: "A ladder to lend" }).click();
    await expect(odalys.getByText("It is four metres long.")).toBeVisible();

    await personPage(fergus, slug, six.representative);
    const mine = fergus.locator("form").filter({ has: fergus.locator('input[value="activityShown"]') });
    await mine.getByRole("switch").click();
    await mine.getByRole("button", { name: "Save" }).click();
    await expect(fergus.getByText("Only you see this: you chose not to show it.")).toBeVisible();
    await expect(fergus.getByRole("link", { name: "A ladder to lend" })).toBeVisible();

    await personPage(odalys, slug, six.representative);
    await expect(took).toContainText("This person keeps to themselves what they took part in.");
    await expect(odalys.getByRole("link", { name: "A ladder to lend" })).toHaveCount(0);
  });
}

test("what somebody whom Odalys blocks writes while she reads comes folded too", async ({ browser }) => {
  const { slug, fergus, odalys } = await aYard(browser, true);
  const address = await threadIn(odalys, slug, "Rain again", "It drips.");
  const id = /\/t\/([0-9a-f-]+)/.exec(address)?.[1] ?? "";
  await fergus.goto(`/${slug}/members?name=fergus`);
  const person = await fergus
    .locator("main")
    .getByRole("link", { name: six.representative, exact: true })
    .getAttribute("href");
  await send(odalys, `/${slug}/do/block`, { person: person?.split("/").at(-1) ?? "" });
  await odalys.goto(address);
  await send(fergus, `/${slug}/do/write-post`, { thread: id, text: "A bucket helps." });
  await expect(odalys.getByText("By somebody you block")).toBeVisible();
  await expect(odalys.getByText("A bucket helps.")).toBeHidden();
});

test("the directory finds by the beginning of a name, shows the team, and says when nobody is called so", async ({
  page,
}) => {
  await become(page, "member");
  await page.goto("/long-grass/members");
  const found = page.locator("main .folk li");
  await page.getByLabel("Find somebody").fill("dil");
  await page.keyboard.press("Enter");
  await expect(found).toHaveCount(1);
  await expect(found).toContainText(six.insider);
  await page.getByRole("link", { name: "The team" }).click();
  await expect(found.filter({ hasText: six.representative })).toHaveCount(1);
  await expect(found.filter({ hasText: six.insider })).toHaveCount(0);
  await page.getByLabel("Find somebody").fill("zzyzx");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Nobody by that name")).toBeVisible();
  await page.getByRole("link", { name: "Show everybody" }).click();
  await expect(found.filter({ hasText: six.member })).toHaveCount(1);
});
