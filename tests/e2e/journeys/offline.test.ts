import { expect, test } from "@playwright/test";
import { become } from "../../support/become";

test.use({ serviceWorkers: "allow" });

test("with the network cut, a page says so in the reader's language, and comes back by itself; no page is ever kept", async ({
  page,
  context,
}) => {
  await become(page, "member");
  await page.goto("/long-grass");
  await page.waitForFunction(() => navigator.serviceWorker.ready.then((it) => it.active?.state === "activated"));
  await page.goto("/long-grass/members");
  await page.goto("/settings/profile");

  await context.setOffline(true);
  await page.goto("/long-grass/spaces");
  await expect(page.getByRole("heading", { level: 1, name: "You are offline" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Try again" })).toBeVisible();
  await expect(page).toHaveURL("/long-grass/spaces");
  await expect(page.getByText("Bridget")).toHaveCount(0);
  const kept = await page.evaluate(async () => {
    const all = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return all.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(kept).toEqual(["/offline"]);
  // What the policy for scripts would refuse, the browser says.
  expect(await page.evaluate(() => getComputedStyle(document.querySelector("main")!).display)).toBe("grid");

  await context.setOffline(false);
  await expect(page.getByRole("heading", { level: 1, name: "Spaces" })).toBeVisible();
});

test("what is kept for later is nobody's, and in the language that is asked for", async ({
  page,
  context,
  request,
}) => {
  await become(page, "member");
  const [cookie] = await context.cookies();
  const asked = { "accept-language": "de-AT,en;q=0.5" };
  const nobody = await request.get("/offline", { headers: asked });
  expect(await nobody.text()).toContain("Du bist offline");
  expect(nobody.headers()["set-cookie"]).toBeUndefined();
  const withoutNonce = (html: string) => html.replace(/nonce="[^"]+"/g, "");
  const somebody = await request.get("/offline", { headers: { ...asked, cookie: `${cookie!.name}=${cookie!.value}` } });
  expect(withoutNonce(await somebody.text())).toBe(withoutNonce(await nobody.text()));
});
