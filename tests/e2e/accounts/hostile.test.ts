import { randomUUID } from "node:crypto";
import { type APIRequestContext, expect, test } from "@playwright/test";
import { linkTo } from "./mailbox";

const password = "seven lanterns in the fog";
const address = (name: string) => `${name}-${Date.now().toString(36)}@example.org`;

/** A form as a script would send it; what differs in each answer by nature is left out. */
async function send(to: APIRequestContext, act: string, form: Record<string, string>, more = {}) {
  const answer = await to.post(`/do/${act}`, {
    form: { key: randomUUID(), ...form },
    headers: { origin: new URL(process.env.TEST_ORIGIN ?? "").origin, accept: "application/json", ...more },
    maxRedirects: 0,
  });
  const kept = Object.entries(answer.headers()).filter(([name]) => !["date", "set-cookie"].includes(name));
  const headers = JSON.stringify(kept).replaceAll(/'nonce-[^']+'/g, "'nonce'");
  return { status: answer.status(), headers, body: await answer.text() };
}

async function somebody(request: APIRequestContext, email: string) {
  await send(request, "sign-up", { name: "Ada", email, password, next: "/" });
  await send(request, "verify", { token: await linkTo(email, "verify-email") });
}

test("who has an account here is not told: the same status and bytes for signing in, signing up, a link, a reset", async ({
  playwright,
}) => {
  const fresh = () => playwright.request.newContext({ baseURL: process.env.TEST_ORIGIN });
  const [known, unknown] = [address("known"), address("unknown")];
  await somebody(await fresh(), known);
  for (const [act, more] of [
    ["sign-in", { password: "not the password", next: "/" }],
    ["magic-link", { next: "/" }],
    ["forgot", { next: "/" }],
    ["sign-up", { name: "Bo", password, next: "/" }],
  ] as const) {
    const answers = [];
    for (const email of [known, unknown]) answers.push(await send(await fresh(), act, { email, ...more }));
    expect(answers[0], act).toEqual(answers[1]);
  }
});

test("forged forwarding headers buy no guesses, and the owner still gets in from the browser they know", async ({
  playwright,
}) => {
  const own = await playwright.request.newContext({ baseURL: process.env.TEST_ORIGIN });
  const stranger = await playwright.request.newContext({ baseURL: process.env.TEST_ORIGIN });
  const email = address("target");
  await somebody(own, email);
  await send(own, "sign-out", {});
  const statuses = [];
  for (let n = 0; n < 13; n++) {
    const forged = { "x-forwarded-for": `1.2.3.${n}`, "x-real-ip": `1.2.3.${n}`, "x-kindling-address": `1.2.3.${n}` };
    statuses.push(
      (await send(stranger, "sign-in", { email, password: `guess number ${n}`, next: "/" }, forged)).status,
    );
  }
  expect(statuses).toEqual([...Array(10).fill(422), 429, 429, 429]);
  expect((await send(own, "sign-in", { email, password, next: "/" })).status).toBe(200);
});

test("a form from another site, and a link that is only opened, do nothing", async ({ playwright }) => {
  const at = await playwright.request.newContext({ baseURL: process.env.TEST_ORIGIN });
  const email = address("scanned");
  const forged = await send(at, "sign-up", { name: "Ada", email, password }, { origin: "https://evil.example" });
  expect(forged.status).toBe(403);
  await send(at, "sign-up", { name: "Ada", email, password, next: "/" });
  const token = await linkTo(email, "verify-email");
  for (let n = 0; n < 3; n++) expect((await at.get(`/verify/${token}`)).status()).toBe(200);
  expect((await send(at, "verify", { token })).status).toBe(200);
});
