import { expect, test } from "vitest";
import { filesIn, read } from "@/tests/support/inventory";

/** What opens connections on the server, and to whom. Only the first asks an address that came from a person. */
const known: Record<string, string> = {
  "lib/outbound/fetch.ts": "an address that a person wrote: the one fetcher",
  "lib/auth-providers.ts": "the ways to sign in, from the operator's configuration",
  "lib/files/s3.ts": "the bucket, from the operator's configuration",
  "lib/form-return.ts": "our own port",
  "lib/demo/absent.ts": "our own port",
  "lib/operate/start/app.mjs": "our own port",
  "lib/realtime/self-test.ts": "our own realtime server, or the one of the operator's configuration",
};

const connects = [
  /(?<![.\w])fetch\(/,
  /\brequest as \w+.* from "node:http|\b(https?|http2)\.(request|get|connect)\(/,
  /\b(net|tls)\.connect\(|createConnection\(|new (Socket|WebSocket|XMLHttpRequest|EventSource)\(/,
  /from "(undici|axios|got|node-fetch)"/,
];

test("nothing else on the server connects to an address that came from a person", () => {
  const files = ["lib", "app", "db"].flatMap((root) => filesIn(root, /\.(tsx?|mts|mjs)$/));
  const found = files.filter((path) => connects.some((sign) => sign.test(read(path))));
  expect(found.filter((path) => !(path in known))).toEqual([]);
  expect(Object.keys(known).filter((path) => !found.includes(path))).toEqual([]);
});
