import { type Browser, expect, type Page, test } from "@playwright/test";
import { become, type Role } from "../../support/become";
import { expectNoOverflow } from "../journeys/sound";

/** On a phone whose browser runs no scripts. */
async function comeIn(browser: Browser, role: Role): Promise<Page> {
  const page = await (
    await browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 } })
  ).newPage();
  await become(page, role);
  return page;
}

test("a moderator on a phone without JavaScript: a thread is locked with its reason, pinned, and its end becomes a thread of its own", async ({
  browser,
}) => {
  const bridget = await comeIn(browser, "member");
  await bridget.goto("/long-grass/spaces/meadow/new");
  await bridget.getByLabel("Title").fill("Two things at once");
  await bridget.getByLabel("What you want to say").fill("The heron is back.");
  await bridget.getByRole("button", { name: "Post", exact: true }).click();
  await expect(bridget.getByRole("heading", { level: 1, name: "Two things at once" })).toBeVisible();
  const address = new URL(bridget.url()).pathname;
  const answering = bridget.getByRole("textbox", { name: "Your answer" });
  await answering.fill("And who has a spare lamp?");
  await bridget.getByRole("button", { name: "Answer", exact: true }).click();
  await expect(bridget.locator("#p2")).toContainText("a spare lamp");

  const ngozi = await comeIn(browser, "manager");
  const manage = async () => {
    await ngozi.goto(address);
    await ngozi.getByRole("link", { name: "Manage this thread" }).click();
    await expect(ngozi.getByRole("heading", { level: 1 })).toHaveText("Manage “Two things at once”");
  };
  await manage();
  await expectNoOverflow(ngozi, "what a moderator does, on a phone");
  await ngozi.getByLabel("Why").fill("Two things at once lose each other.");
  await ngozi.getByRole("button", { name: "Lock this thread" }).click();
  await expect(ngozi.getByRole("heading", { level: 1, name: "Two things at once" })).toBeVisible();

  await bridget.goto(address);
  await expect(bridget.getByText("Locked by Ngozi Eze")).toBeVisible();
  await expect(bridget.getByText("Two things at once lose each other.")).toBeVisible();
  await expect(answering).toHaveCount(0);
  await expectNoOverflow(bridget, "a locked thread, on a phone");

  await manage();
  await ngozi.getByLabel("How long").selectOption({ label: "1 day" });
  await ngozi.getByRole("button", { name: "Pin this thread" }).click();
  await bridget.goto("/long-grass/spaces/meadow");
  const pinned = bridget.locator(".tl > li", { hasText: "Two things at once" });
  await expect(pinned.getByText("Pinned")).toBeAttached();
  await expect(pinned.getByText("Locked")).toBeAttached();

  await manage();
  await ngozi.getByRole("link", { name: "Split into a new thread" }).click();
  await ngozi.getByRole("checkbox", { name: /^Post 2, Bridget O'Dowd/ }).check();
  await ngozi.getByLabel("Title of the new thread").fill("A spare lamp");
  await expectNoOverflow(ngozi, "what is split off, on a phone");
  await ngozi.getByRole("button", { name: "Split these posts off" }).click();
  await expect(ngozi.getByRole("heading", { level: 1, name: "A spare lamp" })).toBeVisible();
  await expect(ngozi.getByText("Continues from Two things at once")).toBeVisible();
  await expect(ngozi.locator(".post")).toContainText("And who has a spare lamp?");

  await bridget.goto(address);
  await expect(bridget.getByText("1 post moved to")).toBeVisible();
  await expect(bridget.locator(".post")).toHaveCount(1);
  await bridget.getByRole("link", { name: "A spare lamp" }).click();
  await expect(bridget.getByRole("heading", { level: 1, name: "A spare lamp" })).toBeVisible();

  await manage();
  await ngozi.getByRole("button", { name: "Unlock this thread" }).click();
  await bridget.goto(address);
  await expect(answering).toBeVisible();
  await Promise.all([bridget, ngozi].map((page) => page.context().close()));
});
