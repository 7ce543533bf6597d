import { type APIRequestContext, type Browser, expect, test } from "@playwright/test";
import { startServer, type TestServer } from "../../support/server";
import { givenCluster } from "../../support/shared-cluster";

// The same build on the same seeded database, only not as a demonstration: whoever knows the addresses finds nothing.

let server: TestServer;
let origin = "";

test.beforeAll(async () => {
  test.setTimeout(240_000);
  server = await startServer({ seed: true, on: givenCluster(), more: { KINDLING_DEMO: "0" } });
  origin = server.origin;
});
test.afterAll(() => server?.stop());

/** Each answer has a nonce and a moment of its own. */
function withoutNonce(headers: Record<string, string>): Record<string, string> {
  const nonce = nonceOf(headers);
  const told = Object.entries(headers).filter(([name]) => name !== "date");
  return Object.fromEntries(told.map(([name, value]) => [name, value.replaceAll(nonce, "nonce")]));
}

const nonceOf = (headers: Record<string, string>) =>
  /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "no nonce";

/** What a person sees there, once the page stands. */
async function seen(browser: Browser, path: string) {
  const page = await browser.newPage();
  try {
    const answer = await page.goto(origin + path);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    // What is to be fetched early is said if it is known by then, which is a matter of the moment.
    const { link: _, ...headers } = withoutNonce(answer!.headers());
    return {
      status: answer!.status(),
      headers,
      title: await page.title(),
      // biome-ignore lint/performance/useDomNodeTextContent: what is seen, not what scripts and styles say
      text: await page.locator("body").innerText(),
    };
  } finally {
    await page.close();
  }
}

for (const [path, never] of [
  ["/demo", "/never-was"],
  ["/demo/mail", "/never-was/mail"],
  ["/demo/mail/7b0f3c52-9d0e-4a53-8f6b-3b7f5a9d2c11", "/never-was/mail/7b0f3c52-9d0e-4a53-8f6b-3b7f5a9d2c11"],
] as const) {
  test(`${path} is as absent as ${never}`, async ({ browser }) => {
    const absent = await seen(browser, never);
    expect(absent.status).toBe(404);
    expect(await seen(browser, path)).toEqual(absent);
  });
}

async function posted(request: APIRequestContext, path: string, form: Record<string, string>, headers = {}) {
  const answer = await request.post(origin + path, { form, headers, maxRedirects: 0 });
  const body = await answer.text();
  // Every nonce in the body is the one that the policy allows, or its scripts would not run and it would look different.
  return {
    status: answer.status(),
    headers: withoutNonce(answer.headers()),
    body: body
      .replaceAll(nonceOf(answer.headers()), "nonce")
      // The key of a form, such as that of the languages.
      .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "key"),
  };
}

test("the form finds nobody to be, and is answered like one sent to no address", async ({ request }) => {
  const headers = { origin };
  const form = { role: "owner", key: crypto.randomUUID() };
  const never = await posted(request, "/do/never/was", form, headers);
  expect(never.status).toBe(404);
  expect(await posted(request, "/do/demo/be", form, headers)).toEqual(never);
  expect(await posted(request, "/do/demo/be", { role: "owner" }, headers)).toEqual(never);
  expect(await posted(request, "/do/demo/be", form)).toEqual(never);
  const json = { ...headers, accept: "application/json" };
  expect(await posted(request, "/do/demo/be", form, json)).toEqual(await posted(request, "/do/never/was", form, json));
  expect((await request.storageState()).cookies).toEqual([]);
});
