import { type APIRequestContext, expect, test } from "@playwright/test";
import { become } from "../../support/become";
import { foundYard, sendForm } from "../communities/yard";

/** The answer as it is sent, without what is drawn anew for each: nonces, keys of forms, the address that was asked for. */
async function sent(request: APIRequestContext, path: string, slug: string): Promise<string> {
  const answer = await request.get(path);
  const headers = answer.headers();
  const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "no nonce";
  const kept = ["content-type", "cache-control", "location", "etag", "vary"].map((name) => headers[name]);
  const text = (await answer.text())
    .replaceAll(nonce, "NONCE")
    .replaceAll(slug, "SLUG")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "ID");
  return [answer.status(), ...kept, text].join("\n");
}

/** The framework may cut a page into pieces differently when the machine is busy; a difference in what is said never goes away. */
async function expectTheSame(request: APIRequestContext, one: [string, string], other: [string, string]) {
  let said = "";
  await expect
    .poll(async () => {
      said = await sent(request, ...one);
      return said === (await sent(request, ...other));
    })
    .toBe(true);
  expect(said).toMatch(/^404\n/);
  return said;
}

test("a hidden space answers as one that never existed, to the byte, whoever asks and however deep", async ({
  page,
}) => {
  for (const role of [undefined, "visitor", "member", "insider"] as const) {
    if (role) await become(page, role);
    for (const rest of ["", "/threads", "/threads/1"]) {
      const hidden = [`/long-grass/spaces/blotter${rest}`, "blotter"] as [string, string];
      const said = await expectTheSame(page.request, hidden, [`/long-grass/spaces/neverxx${rest}`, "neverxx"]);
      expect(said).toContain("Nothing here</h1>");
      expect(said).not.toContain("happened in the night");
    }
  }
});

test("under a listed space every address is the same 404, and says the door and nothing else", async ({ request }) => {
  const [one, other] = ["threads", "nowhere"].map(
    (name) => [`/long-grass/spaces/lamp-room/${name}`, name] as [string, string],
  );
  expect(await expectTheSame(request, one!, other!)).toContain("Where a new part is heard for the first time");
});

test("Una makes a space, gives it another address, hides it: the old address leads her on and tells a stranger nothing", async ({
  page,
  request,
}) => {
  const slug = await foundYard(page);
  await page.goto(`/${slug}/manage/spaces/new`);
  await sendForm(page, "make-space", { name: "The Shed", slug: "shed", purpose: "Where the tools are." });
  await expect(page).toHaveURL(`/${slug}/spaces/shed`);
  expect((await request.get(`/${slug}/spaces/shed`)).status()).toBe(200);

  await page.goto(`/${slug}/manage/spaces/shed`);
  const form = page.locator('form[action$="/do/change-space"]');
  await form.locator('[name="slug"]').fill("barn");
  await form.locator('[name="readAudience"][value="members"]').check({ force: true });
  await form.locator('[name="door"][value="hidden"]').check({ force: true });
  await sendForm(page, "change-space");
  await expect(page).toHaveURL(`/${slug}/spaces/barn`);
  const mine = await page.request.get(`/${slug}/spaces/shed`, { maxRedirects: 0 });
  expect([mine.status(), mine.headers().location]).toEqual([308, `/${slug}/spaces/barn`]);
  for (const path of ["shed", "barn"])
    expect((await request.get(`/${slug}/spaces/${path}`, { maxRedirects: 0 })).status(), path).toBe(404);
});
