import { type APIRequestContext, expect, test } from "@playwright/test";
import { become } from "../../support/become";
import { foundYard, sendForm } from "../communities/yard";

/**
 * The framework sends a page in pieces whose order and numbers depend on its own timing, never on the address. A robot's
 * answer is sent whole, so with numbers and nonces taken off and its pieces put in order it is the same every time.
 */
async function pieces(request: APIRequestContext, path: string, slug: string): Promise<string> {
  const answer = await request.get(path, { headers: { "user-agent": "Twitterbot" } });
  const kept = ["content-type", "cache-control", "location", "etag", "vary"].map((name) => answer.headers()[name]);
  const text = (await answer.text())
    .replaceAll(slug, "SLUG")
    .replace(/nonce=\\?"[^"\\]*\\?"|\\"nonce\\":\\"[^"\\]*\\"/g, "")
    .replace(/self\.__next_f\.push\(\[1,"|"\]\)|<\/?script[^>]*>/g, "")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "ID")
    .split(/\\n|[<>]/)
    .map((piece) => piece.replace(/^[0-9a-f]+:/, "").replace(/\$[L@Q]?[0-9a-f]+/g, "$"));
  return [answer.status(), ...kept, ...text.filter(Boolean).sort()].join("\n");
}

test("a hidden space answers as one that never existed, to the byte, whoever asks and however deep", async ({
  page,
}) => {
  for (const role of [undefined, "visitor", "member", "insider"] as const) {
    if (role) await become(page, role);
    for (const rest of ["", "/threads", "/threads/1"]) {
      const hidden = await pieces(page.request, `/long-grass/spaces/blotter${rest}`, "blotter");
      const never = await pieces(page.request, `/long-grass/spaces/neverxx${rest}`, "neverxx");
      expect(hidden).toBe(never);
      expect(hidden).toMatch(/^404\n/);
      expect(hidden).not.toContain("happened in the night");
    }
  }
});

test("under a listed space every address is the same 404, and says the door and nothing else", async ({ request }) => {
  const one = await pieces(request, "/long-grass/spaces/lamp-room/threads", "threads");
  const other = await pieces(request, "/long-grass/spaces/lamp-room/nowhere", "nowhere");
  expect(one).toBe(other);
  expect(one).toMatch(/^404\n/);
  expect(one).toContain("Where a new part is heard for the first time");
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
