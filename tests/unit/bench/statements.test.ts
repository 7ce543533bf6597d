import { describe, expect, it } from "vitest";
import { statements } from "../../support/query-counter";

const size = (n: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(n);
  return bytes;
};
const message = (type: string, body: string) =>
  Buffer.concat([Buffer.from(type), size(4 + Buffer.byteLength(body)), Buffer.from(body)]);
const greeting = Buffer.concat([size(8 + 10), Buffer.from([0, 3, 0, 0]), Buffer.from("user\0kin\0\0")]);

const conversation = Buffer.concat([
  greeting,
  message("Q", "BEGIN\0"),
  message("P", "\0select $1\0\0\0"),
  message("B", "\0\0\0\0"),
  message("E", "\0\0\0\0\0"),
  message("P", "named\0update röws\0\0\0"),
  message("B", "\0named\0\0\0"),
  message("E", "\0\0\0\0\0"),
  message("B", "\0named\0\0\0"),
  message("E", "\0\0\0\0\0"),
  message("S", ""),
]);
const said = ["BEGIN", "select $1", "update röws", "update röws"];

function heard(parts: Buffer[]): string[] {
  const texts: string[] = [];
  const listen = statements((text) => texts.push(text));
  for (const part of parts) listen(part);
  return texts;
}

describe("the counter of statements", () => {
  it("hears every statement once for each time it is executed", () => {
    expect(heard([conversation])).toEqual(said);
  });

  it("hears the same however the network cuts the stream", () => {
    expect(heard([...conversation].map((byte) => Buffer.from([byte])))).toEqual(said);
    for (let cut = 1; cut < conversation.length; cut += 7)
      expect(heard([conversation.subarray(0, cut), conversation.subarray(cut)])).toEqual(said);
  });
});
