import { expect, test } from "vitest";
import { again, keep } from "@/lib/visitors/page";

const nonce = "q83vEjRWeJCrze8SNFZ4kA==";
const key = "5f0a3a0e-6f0c-4f0e-8a5b-0c9d6a1b2c3d";
const thread = "11111111-2222-4333-8444-555555555555";
const headers = {
  "content-type": "text/html; charset=utf-8",
  "content-security-policy": `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'`,
  link: `</x.js>; nonce="${nonce}"`,
  date: "Sun, 29 Nov 2026 00:00:00 GMT",
  "content-encoding": "gzip",
};
const html = `<!doctype html><html><a href="/c/t/${thread}">Motte</a><input type="hidden" name="key" value="${key}">
<script nonce="${nonce}">f("{\\"formKey\\":\\"${key}\\"}")</script></html>`;

test("a page is given again with a nonce and keys that nobody has had, and is otherwise the same", () => {
  const kept = keep({ headers, html })!;
  const one = again(kept);
  const text = one.body.toString("utf8");
  expect(text).not.toContain(nonce);
  expect(text).not.toContain(key);
  const [, fresh = ""] = /nonce="([^"]+)"/.exec(text) ?? [];
  expect(one.headers["content-security-policy"]).toContain(`'nonce-${fresh}'`);
  expect(one.headers.link).toContain(fresh);
  const [, field] = /name="key" value="([^"]+)"/.exec(text) ?? [];
  const [, prop] = /formKey\\":\\"([^\\]+)\\"/.exec(text) ?? [];
  expect(prop).toBe(field);
  expect(text.replaceAll(fresh, nonce).replaceAll(field!, key)).toBe(html);
  expect(one.headers).not.toHaveProperty("date");
  expect(one.headers).not.toHaveProperty("content-encoding");
  expect(again(kept).body.toString("utf8")).not.toBe(text);
});

test.each([
  ["a page without a policy", { headers: { "content-type": "text/html" }, html }],
  ["one that sets a cookie", { headers: { ...headers, "set-cookie": "a=b" }, html }],
  ["one that was cut off", { headers, html: html.slice(0, -20) }],
  ["one with a part that failed", { headers, html: html.replace("</html>", "<script>$RX(1)</script></html>") }],
])("%s is not kept", (_, made) => {
  expect(keep(made)).toBeUndefined();
});
