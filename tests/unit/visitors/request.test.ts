import { expect, test } from "vitest";
import { keyOf } from "@/lib/visitors/request";

const host = "localhost:3000";
const asked = (url: string, headers: Record<string, string | undefined> = {}, method = "GET") =>
  keyOf({ method, url, headers: { host, "user-agent": "Mozilla/5.0", accept: "text/html", ...headers } }, host);

test("a page that somebody without an account reads has a key, by all that it depends on", () => {
  const keys = [
    asked("/long-grass"),
    asked("/long-grass/spaces"),
    asked("/long-grass/t/0a/moths?page=2"),
    asked("/long-grass/spaces/meadow?before=17_0a"),
    asked("/long-grass", { "accept-language": "de" }),
    asked("/long-grass", { cookie: "locale=de" }),
    asked("/long-grass", { cookie: "theme=dark; locale=de" }),
    asked("/long-grass", { "user-agent": "Twitterbot/1.0" }),
  ];
  expect(keys.every((key) => typeof key === "string")).toBe(true);
  expect(new Set(keys).size).toBe(keys.length);
  expect(asked("/long-grass", { cookie: "locale=de; theme=dark" })).toBe(
    asked("/long-grass", { cookie: "theme=dark; locale=de" }),
  );
});

test.each([
  ["a session", { cookie: "kindling=abc" }],
  ["a session beside a choice", { cookie: "locale=de; __Host-kindling=abc" }],
  ["a cookie that nobody knows", { cookie: "account-browser=abc" }],
  ["a choice that is no choice", { cookie: `locale=${"x".repeat(80)}` }],
  ["a form that comes back", { "x-form-return": "id" }],
  ["a part of a page", { rsc: "1" }],
  ["what is fetched ahead", { "next-router-prefetch": "1" }],
  ["what a browser fetches ahead", { "sec-purpose": "prefetch" }],
  ["data", { accept: "application/json" }],
  ["a piece", { range: "bytes=0-10" }],
  ["another host", { host: "evil.example" }],
])("%s is a request of its own", (_, headers) => {
  expect(asked("/long-grass", headers)).toBeUndefined();
});

test.each([
  "/long-grass?q=1",
  "/long-grass?page=0",
  "/long-grass?before=%3Cscript%3E",
  "/",
  "/%00",
  `/${"a".repeat(400)}`,
])("%s is never kept", (url) => {
  expect(asked(url)).toBeUndefined();
});

test("what is sent is never kept", () => {
  for (const method of ["POST", "HEAD", "PUT"]) expect(asked("/long-grass", {}, method)).toBeUndefined();
});
