import { expect, type Page } from "@playwright/test";

/** The six of the demo, by what they are there. */
export const six = {
  visitor: "Odalys Ferrer",
  member: "Bridget O'Dowd",
  insider: "Dilys Prosser",
  representative: "Fergus Baird",
  manager: "Ngozi Eze",
  owner: "Una Tindrel",
} as const;

export type Role = keyof typeof six;

/** Signs in as one of the demo's people, the way everybody does: one click. */
export async function become(page: Page, role: Role): Promise<void> {
  await page.goto("/demo");
  await page.getByRole("button", { name: `Be ${six[role]}`, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/demo" || url.search !== "");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
