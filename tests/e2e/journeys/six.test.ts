import { expect, test } from "@playwright/test";
import { becomeByClick, type Role, six } from "../../support/become";

const phone = { width: 390, height: 844 };
const desks: Record<Role, { path: string; opens: boolean }[]> = {
  visitor: [{ path: "/long-grass/manage", opens: false }],
  member: [{ path: "/long-grass/manage", opens: false }],
  insider: [{ path: "/long-grass/manage", opens: false }],
  representative: [{ path: "/long-grass/manage", opens: false }],
  manager: [
    { path: "/long-grass/manage", opens: true },
    { path: "/brands/tindrel", opens: false },
    { path: "/am-zaun/manage", opens: false },
  ],
  owner: [
    { path: "/long-grass/manage", opens: true },
    { path: "/brands/tindrel", opens: true },
    { path: "/brands/wurzelbrink", opens: false },
  ],
};

for (const role of Object.keys(six) as Role[])
  for (const viewport of [undefined, phone])
    test(`${six[role]} is signed in with one click${viewport ? " on a phone" : ""}, and opens what is theirs`, async ({
      browser,
    }) => {
      const context = await browser.newContext(viewport && { viewport });
      const page = await context.newPage();
      await becomeByClick(page, role);
      expect(new URL(page.url()).pathname).toBe("/long-grass");
      for (const { path, opens } of desks[role]) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(opens ? 200 : 404);
      }
      await page.goto("/settings/profile");
      await expect(page.getByLabel("Your name")).toHaveValue(six[role]);
      await context.close();
    });

test("without JavaScript one is somebody else with one click too", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  for (const role of ["member", "owner"] as const) {
    await becomeByClick(page, role);
    await page.goto("/settings/profile");
    await expect(page.getByLabel("Your name")).toHaveValue(six[role]);
  }
  await context.close();
});
