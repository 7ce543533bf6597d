import { expect, test } from "@playwright/test";
import { become } from "../../support/become";
import { foundYard, sendForm } from "../communities/yard";
import { expectTheSame } from "./same";

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
