import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { bodyDigest, channelText, requestText, same, sign, userText } from "@/lib/realtime/server/signature";

interface Vector {
  kind: string;
  secret: string;
  socket_id: string;
  channel: string;
  channel_data: string | null;
  user_data: string;
  string_to_sign: string;
  signature: string;
  body: string;
  body_md5: string;
}

const file = new URL("../../../../shared/secdata/realtime/pusher-signature-vectors.json", import.meta.url);
const vectors = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")).vectors as Vector[]) : [];

describe.skipIf(vectors.length === 0)(
  "the published signature vectors (skipped where their file is not present)",
  () => {
    const texts: Record<string, (v: Vector) => string> = {
      channel: (v) => channelText(v.socket_id, v.channel, v.channel_data ?? undefined),
      user: (v) => userText(v.socket_id, v.user_data),
      webhook: (v) => v.body,
      rest: (v) => v.string_to_sign,
    };

    test("there are some of every kind", () => {
      expect(new Set(vectors.map((vector) => vector.kind))).toEqual(new Set(Object.keys(texts)));
    });

    test.each(vectors)("$kind $string_to_sign", (vector) => {
      const text = texts[vector.kind]?.(vector) ?? "";
      if (vector.string_to_sign) expect(text).toBe(vector.string_to_sign);
      if (vector.body_md5) expect(bodyDigest(vector.body)).toBe(vector.body_md5);
      expect(sign(vector.secret, text)).toBe(vector.signature);
    });
  },
);

test("parameters of a request are sorted, and its own signature left out", () => {
  const parameters: Array<[string, string]> = [
    ["b", "2"],
    ["auth_signature", "x"],
    ["A", "1"],
  ];
  expect(requestText("post", "/apps/1/events", parameters)).toBe("POST\n/apps/1/events\na=1&b=2");
});

test("signatures of another length are no error, only wrong", () => {
  expect(same("abc", "abc")).toBe(true);
  expect(same("abc", "abd")).toBe(false);
  expect(same("abc", "")).toBe(false);
});
