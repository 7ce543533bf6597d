import { expect, test } from "@playwright/test";

const six = [
  ["Visitor", "Odalys Ferrer"],
  ["Member", "Bridget O'Dowd"],
  ["Insider", "Dilys Prosser"],
  ["Representative", "Fergus Baird"],
  ["Community manager", "Ngozi Eze"],
  ["Brand owner", "Una Tindrel"],
] as const;

for (const [role, name] of six) {
  test(`one click, and one is ${name}, the ${role.toLowerCase()}`, async ({ page }) => {
    await page.goto("/demo");
    const card = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name }) });
    await expect(card).toContainText(role);
    const face = card.locator("img");
    await expect(face).toHaveJSProperty("complete", true);
    await expect(face).toHaveJSProperty("naturalWidth", 128);
    await card.getByRole("button", { name: `Be ${name}` }).click();
    await page.waitForURL("**/long-grass");
    await page.goto("/demo");
    await expect(page.getByText(`You are ${name}`)).toBeVisible();
    await expect(page.getByText(/^You are /)).toHaveCount(1);
  });
}

test("one can change one's mind: somebody else, then nobody at all", async ({ page }) => {
  await page.goto("/demo");
  await expect(page.getByText("You are nobody now")).toBeVisible();
  for (const name of ["Una Tindrel", "Fergus Baird"]) {
    await page.getByRole("button", { name: `Be ${name}` }).click();
    await page.waitForURL("**/long-grass");
    await page.goto("/demo");
    await expect(page.getByText(`You are ${name}`)).toBeVisible();
  }
  const nobody = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Nobody at all" }) });
  await nobody.getByRole("button", { name: "Sign out" }).click();
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto("/demo");
  await expect(page.getByText("You are nobody now")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the button is a plain form", async ({ page }) => {
    await page.goto("/demo");
    await page.getByRole("button", { name: "Be Ngozi Eze" }).click();
    await page.waitForURL("**/long-grass");
    await page.goto("/demo");
    await expect(page.getByText("You are Ngozi Eze")).toBeVisible();
  });
});

test("another site cannot make anybody anyone", async ({ request }) => {
  const form = { role: "owner", key: crypto.randomUUID() };
  const answer = await request.post("/do/demo/be", {
    form,
    headers: { origin: "https://elsewhere.example", accept: "application/json" },
  });
  expect(answer.status()).toBe(403);
  expect(answer.headers()["set-cookie"] ?? "").not.toContain("kindling=");
});
