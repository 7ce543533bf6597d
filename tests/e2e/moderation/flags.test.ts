import { type Browser, expect, type Page, test } from "@playwright/test";
import { become, originOf, type Role } from "../../support/become";
import { foundYard, sendForm } from "../communities/yard";
import { expectSound } from "../journeys/sound";

async function comeIn(browser: Browser, role: Role, javaScriptEnabled: boolean): Promise<Page> {
  const page = await (await browser.newContext({ javaScriptEnabled })).newPage();
  await become(page, role);
  return page;
}

/** A community of its own with these in it: what moderators do is told to people, and others count what they are told. */
async function withPeople(browser: Browser, javaScript: boolean, manager = true) {
  const una = await (await browser.newContext()).newPage();
  const slug = await foundYard(una);
  await una.goto(`/${slug}/manage/spaces/new`);
  await sendForm(una, "make-space", { name: "The Shed", slug: "shed", purpose: "Where the tools are." });
  const [bridget, dilys, ngozi] = await Promise.all(
    (["member", "insider", "manager"] as const).map((role) => comeIn(browser, role, javaScript)),
  );
  for (const page of [bridget!, dilys!, ngozi!]) await send(page, `/${slug}/do/join`, {});
  if (manager) {
    await una.goto(`/${slug}/manage/people`);
    await una
      .getByRole("link", { name: /Ngozi Eze/ })
      .first()
      .click();
    await una.waitForURL(/manage\/people\//);
    const person = new URL(una.url()).pathname.split("/").at(-1) ?? "";
    await send(una, `/${slug}/do/give-role`, { person, role: "manager" });
  }
  return { slug, una, bridget: bridget!, dilys: dilys!, ngozi: ngozi! };
}

async function send(page: Page, path: string, form: Record<string, string>): Promise<void> {
  const headers = { accept: "application/json", origin: await originOf(page) };
  const sent = await page.request.post(path, { form: { key: crypto.randomUUID(), ...form }, headers });
  expect(sent.status(), await sent.text()).toBe(200);
}

/** The member says something that others will flag. */
async function somethingSaid(page: Page, slug: string): Promise<string> {
  await send(page, `/${slug}/do/start-thread`, { space: "shed", title, text: "Whoever disagrees is a fool." });
  await page.goto(`/${slug}/spaces/shed`);
  await page.getByRole("link", { name: title }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  return new URL(page.url()).pathname;
}

const title = "A sharp word";

for (const javaScript of [true, false]) {
  const how = javaScript ? "with JavaScript" : "without JavaScript";
  test(`${how}: a flag with its reason, the queue with what stands around it, hidden and warned, a statement of reasons, an appeal that is granted`, async ({
    browser,
  }) => {
    const { slug, una, bridget, dilys, ngozi } = await withPeople(browser, javaScript);
    const address = await somethingSaid(bridget, slug);

    await dilys.goto(address);
    const post = dilys.locator("#p1");
    await post.locator("summary[aria-label='More for this post']").click();
    await post.getByRole("link", { name: "Flag", exact: true }).click();
    await expect(dilys.getByRole("heading", { level: 1, name: "Flag this post" })).toBeVisible();
    await expect(dilys.getByText("Whoever disagrees is a fool.")).toBeVisible();
    const flag = dilys.locator('form[action$="/do/flag-post"]');
    await flag.getByLabel("Something else").check();
    await flag.getByRole("button", { name: "Send" }).click();
    await expect(dilys.getByText("Please tell us a little more").first()).toBeVisible();
    await flag.getByLabel("What should they know?").fill("It calls people names.");
    await flag.getByRole("button", { name: "Send" }).click();
    await expect(dilys.getByText("Thank you. The moderators look at it")).toBeVisible();
    // Once is enough.
    await dilys.goto(dilys.url().replace(/\?.*/, ""));
    await flag.getByLabel("It hurts or threatens somebody").check();
    await flag.getByRole("button", { name: "Send" }).click();
    await expect(dilys.getByText("You flagged this post already")).toBeVisible();
    // Nobody flags their own.
    await expect(bridget.getByRole("link", { name: "Flag", exact: true })).toHaveCount(0);

    await ngozi.goto(`/${slug}/notifications`);
    await ngozi.getByRole("link", { name: `A post in “${title}” was flagged` }).click();
    await expect(ngozi.getByRole("heading", { level: 1, name: "A flagged post" })).toBeVisible();
    await expect(ngozi.getByText("It calls people names.")).toBeVisible();
    await expect(ngozi.getByText("Whoever disagrees is a fool.")).toBeVisible();
    await ngozi.goto(`/${slug}/moderation`);
    const waiting = ngozi.locator("section, article, div").filter({ hasText: title }).last();
    await expect(waiting).toContainText("Whoever disagrees is a fool.");
    await ngozi.goBack();
    const decide = ngozi.locator('form[action$="/do/decide-flags"]');
    await decide.getByLabel("Is taken out of view").check();
    await decide.getByLabel("Is warned").check();
    await decide.getByRole("button", { name: "Decide" }).click();
    await expect(ngozi.getByText("Please give a reason.").first()).toBeVisible();
    await decide.getByLabel("Why").fill("We disagree here without calling names.");
    await decide.getByRole("button", { name: "Decide" }).click();
    await expect(ngozi.getByText("Decided. Everybody it concerns is told.")).toBeVisible();

    // Out of view for others, with its reason for its author.
    await dilys.goto(`/${slug}/report`);
    await expect(dilys.getByText("It was taken out of view.").first()).toBeVisible();
    await dilys.goto(address);
    await expect(dilys.getByText("Whoever disagrees is a fool.")).toHaveCount(0);

    await bridget.goto(`/${slug}/notifications`);
    await bridget.getByRole("link", { name: "The moderators decided something about you" }).first().click();
    await expect(bridget.getByRole("heading", { level: 1, name: "Decisions about you" })).toBeVisible();
    await expect(bridget.getByText("You were warned").first()).toBeVisible();
    await bridget.getByRole("link", { name: "A post of yours was taken out of view" }).first().click();
    await expect(
      bridget.getByRole("heading", { level: 1, name: "A post of yours was taken out of view" }),
    ).toBeVisible();
    await expect(bridget.getByText("We disagree here without calling names.")).toBeVisible();
    if (javaScript) await expectSound(bridget, "a statement of reasons");
    const appeal = bridget.locator('form[action$="/do/appeal"]');
    await appeal.getByLabel("Why this was wrong").fill("It was a line from a play, in quotes.");
    await appeal.getByRole("button", { name: "Send your appeal" }).click();
    await expect(bridget.getByText("Nobody has answered yet.")).toBeVisible();
    const statement = bridget.url();

    // Who decided it is not who answers.
    const answer = (page: Page) =>
      page.locator("article, section, div.card").filter({ hasText: "a line from a play" }).last();
    await ngozi.goto(`/${slug}/moderation/appeals`);
    await expect(ngozi.getByText("You decided this yourself").first()).toBeVisible();
    await una.goto(`/${slug}/moderation/appeals`);
    const objection = una.locator('form[action$="/do/answer-appeal"]').last();
    await expect(answer(una)).toBeVisible();
    await objection.getByLabel("They are right: it is undone").check();
    await objection.getByLabel("Your answer").fill("It reads like a play. It is back.");
    await objection.getByRole("button", { name: "Answer" }).click();
    await expect(una.getByText("No appeal is waiting")).toBeVisible();
    await una.goto(`/${slug}/moderation/appeals?show=answered`);
    await expect(una.getByText("It reads like a play. It is back.").first()).toBeVisible();

    await bridget.goto(statement);
    await expect(bridget.getByText("Your appeal was granted: the decision is undone.")).toBeVisible();
    await dilys.goto(address);
    await expect(dilys.getByText("Whoever disagrees is a fool.")).toBeVisible();
    await Promise.all([bridget, dilys, ngozi, una].map((page) => page.context().close()));
  });
}

test("somebody's history with notes, silenced: they read, and say nothing until it is over", async ({ browser }) => {
  const { slug, una, bridget, dilys, ngozi } = await withPeople(browser, true, false);
  const address = await somethingSaid(bridget, slug);
  await una.goto(`/${slug}/manage/people`);
  await una
    .getByRole("link", { name: /Dilys Prosser/ })
    .first()
    .click();
  await una.getByRole("link", { name: "History" }).click();
  await expect(una.getByRole("heading", { level: 1, name: "History of Dilys Prosser" })).toBeVisible();
  await sendForm(una, "write-note", { text: "Asked twice to wait for the others." });
  await expect(una.getByText("Asked twice to wait for the others.")).toBeVisible();
  const correct = una.locator('form[action$="/do/correct-person"]');
  await correct.getByLabel("Reads, and says nothing for a while").check();
  await sendForm(una, "correct-person", { reason: "Let the others speak first." });
  await expect(una.getByText("Silenced").first()).toBeVisible();

  await dilys.goto(address);
  await expect(dilys.getByText("You can read here at the moment, and not write.")).toBeVisible();
  await dilys.getByRole("link", { name: "Decisions about you" }).first().click();
  await expect(dilys.getByText("Let the others speak first.")).toBeVisible();
  // Who looked stands on one's own page.
  await dilys.goto(`/${slug}/members`);
  await dilys
    .getByRole("link", { name: /Dilys Prosser/ })
    .first()
    .click();
  await expect(dilys.getByText("opened your history").first()).toBeVisible();

  // The button goes while the page is on its way as well.
  const lifted = una.waitForResponse((answer) => answer.url().endsWith("/do/lift-silence"));
  await una.getByRole("button", { name: "Let them write again" }).click();
  await lifted;
  await expect(una.getByRole("button", { name: "Let them write again" })).toHaveCount(0);
  await dilys.goto(address);
  await expect(dilys.locator('form[action$="/do/write-post"]')).toBeVisible();
  await Promise.all([una, bridget, dilys, ngozi].map((page) => page.context().close()));
});
