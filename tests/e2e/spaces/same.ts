import { type APIRequestContext, expect } from "@playwright/test";

/**
 * The answer as it is sent, without what is drawn anew for each: nonces, keys of forms, the address that was asked for. The page
 * is compared as it is; the data behind it comes in the order in which queries happened to answer, and is put in one order.
 */
async function sent(request: APIRequestContext, path: string, slug: string): Promise<string> {
  const answer = await request.get(path);
  const headers = answer.headers();
  const nonce = /'nonce-([^']+)'/.exec(headers["content-security-policy"] ?? "")?.[1] ?? "no nonce";
  const kept = ["content-type", "cache-control", "location", "etag", "vary"].map((name) => headers[name]);
  const text = (await answer.text())
    .replaceAll(nonce, "NONCE")
    .replaceAll(slug, "SLUG")
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g, "ID");
  const scripts = /<script[^>]*>self\.__next_f\.push\([\s\S]*?<\/script>/g;
  const data = (text.match(scripts) ?? []).join("").split(/\\n|[,[\]{}]/);
  const pieces = data.map((piece) => piece.replace(/^[0-9a-f]+:/, "").replace(/\$[L@Q]?[0-9a-f]+/g, "$"));
  return [answer.status(), ...kept, text.replace(scripts, ""), ...pieces.sort()].join("\n");
}

function difference(one: string, other: string): string {
  if (one === other) return "";
  const at = [...one].findIndex((sign, index) => sign !== other[index]);
  return `at ${at}: …${one.slice(at - 80, at + 120)}… / …${other.slice(at - 80, at + 120)}…`;
}

/** The framework may cut a page into pieces differently when the machine is busy; a difference in what is said never goes away. */
export async function expectTheSame(request: APIRequestContext, one: [string, string], other: [string, string]) {
  let said = "";
  await expect
    .poll(async () => {
      said = await sent(request, ...one);
      return difference(said, await sent(request, ...other));
    })
    .toBe("");
  expect(said).toMatch(/^404\n/);
  return said;
}
