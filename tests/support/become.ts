import { randomUUID } from "node:crypto";
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

/** Of the server that a page is meant for, wherever the page is by now. */
export const originOf = async (page: Page): Promise<string> =>
  new URL((await page.request.get("/healthz")).url()).origin;

/** Signs in as one of the demo's people, by what the button of the demo page sends; the page itself stays where it is. */
export async function become(page: Page, role: Role): Promise<void> {
  const origin = await originOf(page);
  const form = { key: randomUUID(), role };
  const answer = await page.request.post("/do/demo/be", { form, headers: { origin }, maxRedirects: 0 });
  expect(answer.status(), await answer.text()).toBe(303);
}

/** The way everybody does: one click. */
export async function becomeByClick(page: Page, role: Role): Promise<void> {
  await page.goto("/demo");
  await page.getByRole("button", { name: `Be ${six[role]}`, exact: true }).click();
  await page.waitForURL((url) => url.pathname !== "/demo" || url.search !== "");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}
