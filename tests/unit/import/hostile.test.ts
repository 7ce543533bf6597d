import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, expect, test } from "vitest";
import { itemsOf } from "@/lib/import/formats/json-items";
import { mailOf } from "@/lib/import/formats/mail";
import { whenOf } from "@/lib/import/formats/when";
import { readExport } from "@/lib/import/read";
import { type ImportRecord, Unreadable } from "@/lib/import/records";
import { encodingOf } from "@/lib/import/text";
import type { MessageInput } from "@/lib/scoring/input";
import { community } from "@/tests/support/score/community";
import { asDiscord, prefixed, tarOf, writeFolder, writeTarGz, writeZip } from "@/tests/support/score/exports";

const place = mkdtempSync(join(tmpdir(), "kindling-hostile-"));
afterAll(() => rmSync(place, { recursive: true }));
const write = (name: string, text: string | Buffer) => {
  writeFileSync(join(place, name), text);
  return join(place, name);
};
async function read(path: string) {
  const { records, unread, format } = await readExport(path);
  const all: ImportRecord[] = [];
  for await (const record of records) all.push(record);
  return {
    all,
    unread,
    format,
    messages: all.filter((one): one is MessageInput & ImportRecord => one.kind === "message"),
  };
}
const good = (id: string) => JSON.stringify({ id, author: "a", created_at: "2024-01-02T03:04:05Z", text: "hello" });

test("broken lines, impossible dates and unknown fields are listed, and the rest is read", async () => {
  const lines = [
    good("1"),
    "{ this is no JSON",
    "[1,2]",
    JSON.stringify({ id: "2", author: "a", created_at: "2024-02-31T00:00:00Z", text: "" }),
    JSON.stringify({ id: "3", author: "a", created_at: "0001-01-01T00:00:00Z", text: "" }),
    JSON.stringify({ author: "a", created_at: "2024-02-01", text: "" }),
    JSON.stringify({ kind: "spell", of: "what" }),
    JSON.stringify({ id: "4", author: "a", created_at: 1_704_164_645, text: "hello", mood: "fine" }),
    JSON.stringify({ id: "5", author: "a", created_at: "2024-01-02", text: "of two", is_private: true }),
  ];
  const { messages, unread } = await read(write("broken.jsonl", lines.join("\n")));
  expect(messages.map(({ id }) => id)).toEqual(["1", "4"]);
  expect(messages[0]!.at).toBe(messages[1]!.at);
  expect(unread.count).toBe(6);
  expect(unread.leftOut).toBe(1);
  expect(unread.samples[0]).toEqual({ where: "broken.jsonl:2", why: "the line is no JSON object" });
  expect([...unread.fields]).toEqual([["mood", 1]]);
});

test.each([
  ["UTF-8 with its mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(good("é"))])],
  ["UTF-16", Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(good("é"), "utf16le")])],
  ["old Windows letters", Buffer.from(good("é"), "latin1")],
])("a file in %s is read", async (_, bytes) => {
  const { messages } = await read(write("letters.jsonl", bytes));
  expect(messages.map(({ id }) => id)).toEqual(["é"]);
});

test("a CSV with new lines in quotes, semicolons and too few fields", async () => {
  const text =
    'message_id;author_id;created_at;body\r\n1;a;2024-01-02T00:00:00Z;"two\nlines; and ""quotes"""\r\n2;a\r\n3;b;2024-01-03;last';
  const { messages, unread } = await read(write("odd.csv", text));
  expect(messages.map(({ text }) => text)).toEqual(['two\nlines; and "quotes"', "last"]);
  expect(unread.samples).toEqual([{ where: "odd.csv, row 3", why: "2 fields instead of 4" }]);
});

test("what cannot be read at all is refused with a sentence", async () => {
  const refused = async (path: string, why: RegExp) => {
    const error = await read(path).catch((one: unknown) => one);
    expect(error).toBeInstanceOf(Unreadable);
    expect((error as Error).message).toMatch(why);
  };
  await refused(join(place, "nowhere"), /is not there/);
  await refused(write("empty", ""), /none of the exports/);
  await refused(write("prose.txt", "Dear all,\nthis is a letter."), /none of the exports/);
  await refused(write("broken.zip", Buffer.from("PK\u0003\u0004 and then nothing")), /zip archive is broken/);
  await refused(write("broken.gz", gzipSync(Buffer.from(good("1"))).subarray(0, 30)), /gzip file|none of the exports/);
  await refused(
    await writeZip(join(place, "nested.zip"), { "a.jsonl": good("1"), "b.zip": "PK" }),
    /an archive lies in the archive/,
  );
  await refused(writeTarGz(join(place, "climbs.tar.gz"), { "../../etc/passwd": "x" }), /leads out of it/);
  await refused(write("climbs.tar", tarOf({ "/etc/passwd": "x" })), /leads out of it/);
  await refused(write("deep.tar", tarOf({ [`${"a/".repeat(20)}b.jsonl`]: "x" })), /too deep/);
  mkdirSync(join(place, "none"));
  await refused(join(place, "none"), /none of the exports/);
});

test("a bomb is refused before it fills anything", async () => {
  const bomb = Buffer.concat([Buffer.from(`${good("1")}\n`), Buffer.alloc(80 * 1024 * 1024, 32)]);
  const error = await read(write("bomb.jsonl.gz", gzipSync(bomb))).catch((one: unknown) => one);
  expect(error).toBeInstanceOf(Unreadable);
  expect((error as Error).message).toMatch(/200 times/);
});

test("a link in a folder is not followed", async () => {
  const outside = write("outside.jsonl", good("secret"));
  const folder = writeFolder(join(place, "linked"), { "a.jsonl": good("1") });
  symlinkSync(outside, join(folder, "b.jsonl"));
  expect((await read(folder)).messages.map(({ id }) => id)).toEqual(["1"]);
});

test("a Discord file that ends in the middle gives what came before", async () => {
  const talk = community("tight", { people: 8, weeks: 2 });
  const [name, text] = Object.entries(asDiscord(talk))[0]!;
  const { messages, unread } = await read(write(name.replaceAll(" ", "_"), text.slice(0, text.length / 2)));
  expect(messages.length).toBeGreaterThan(2);
  expect(unread.samples.at(-1)!.why).toBe("the file ends in the middle");
});

test("JSON is cut into its entries wherever the pieces end", async () => {
  const wanted = [
    { a: 'x"y\\', b: [{ c: "}" }] },
    { a: "\\\\", d: { e: "[" } },
  ];
  const text = JSON.stringify({ channel: { name: '\\"{' }, other: [{ z: 1 }], messages: wanted, after: [1] });
  for (let size = 1; size < 9; size++) {
    const broken: string[] = [];
    const found: unknown[] = [];
    async function* pieces() {
      for (let from = 0; from < text.length; from += size) yield Buffer.from(text.slice(from, from + size));
    }
    // Encodings are sniffed on the first pieces together, so each is handed on from a wrapper of its own.
    for await (const item of itemsOf(pieces(), { arrays: new Set(["messages"]), broken: (why) => broken.push(why) }))
      if (item.array === "messages") found.push(item.value);
    expect(found).toEqual(wanted);
    expect(broken).toEqual([]);
  }
});

test("Slack: direct messages are left out, shades of a reaction are one, joins are no messages", async () => {
  const message = (ts: string, more: object = {}) => ({
    type: "message",
    user: "U1",
    text: "hello &amp; <@U2>",
    ts,
    ...more,
  });
  const { all, messages, unread } = await read(
    await writeZip(
      join(place, "s.zip"),
      prefixed("export/", {
        "users.json": JSON.stringify([
          { id: "U1", name: "ada" },
          { id: "U2", name: "bo" },
          { id: "B1", name: "bot", is_bot: true },
        ]),
        "channels.json": JSON.stringify([{ id: "C1", name: "general" }]),
        "dms.json": JSON.stringify([{ id: "D1", members: ["U1", "U2"] }]),
        "general/2024-01-02.json": JSON.stringify([
          message("1704164645.000001", { reactions: [{ name: "clap::skin-tone-2", users: ["U2"], count: 1 }] }),
          message("1704164646.000001", { subtype: "channel_join" }),
          {
            type: "message",
            user: "U2",
            ts: "1704164647.000001",
            text: "",
            blocks: [
              {
                type: "rich_text",
                elements: [{ type: "rich_text_section", elements: [{ type: "text", text: "from blocks" }] }],
              },
            ],
            thread_ts: "1704164645.000001",
          },
          { type: "message", subtype: "bot_message", bot_id: "B1", ts: "1704164648.000001", text: "beep" },
        ]),
        "D1/2024-01-02.json": JSON.stringify([message("1704164649.000001")]),
      }),
    ),
  );
  expect(messages.map(({ text }) => text.trim())).toEqual(["hello &", "from blocks", "beep"]);
  expect(messages[0]).toMatchObject({ id: "1704164645.000001", mentions: ["U2"] });
  expect(messages[1]).toMatchObject({ answers: "1704164645.000001" });
  expect(messages[2]).toMatchObject({ role: "bot" });
  expect(all.find(({ kind }) => kind === "reaction")).toMatchObject({ what: "clap" });
  expect(unread.leftOut).toBe(1);
});

test("a mail: encoded names, parts, what is quoted, and the signature", () => {
  const mail = mailOf([
    "Message-ID: <a@x>",
    "In-Reply-To: <b@x>",
    "From: =?utf-8?Q?Bj=C3=B6rn?= <Bjorn@Example.org>",
    "Date: Tue, 02 Jan 2024 03:04:05 +0200 (EET)",
    "Subject: AW: [list] Re: =?utf-8?B?R3LDvMOfZQ==?=",
    "Content-Type: multipart/alternative;",
    ' boundary="zz"',
    "",
    "--zz",
    "Content-Type: text/plain; charset=iso-8859-1",
    "Content-Transfer-Encoding: quoted-printable",
    "",
    "On Monday Ada wrote:",
    "> not mine",
    "Gr=FC=DFe an =",
    "alle",
    "-- ",
    "signed",
    "--zz",
    "Content-Type: text/html",
    "",
    "<b>no</b>",
    "--zz--",
  ]);
  expect(mail).toMatchObject({
    id: "a@x",
    answers: "b@x",
    address: "bjorn@example.org",
    name: "Björn",
    subject: "Grüße",
    body: "Grüße an alle",
  });
  expect(new Date(mail.at!).toISOString()).toBe("2024-01-02T01:04:05.000Z");
});

test("moments are read strictly", () => {
  expect(whenOf("2024-02-29T12:00:00.5+02:00")).toBe(Date.UTC(2024, 1, 29, 10, 0, 0, 500));
  expect(whenOf("2024-02-29")).toBe(Date.UTC(2024, 1, 29));
  expect(whenOf("1434139102.000002")).toBe(1_434_139_102_000);
  for (const no of [
    "2023-02-29",
    "2024-13-01",
    "yesterday",
    "",
    "2024-01-01T25:00:00Z",
    null,
    Number.NaN,
    1e18,
    "1899-01-01",
  ])
    expect(whenOf(no)).toBeUndefined();
  expect(encodingOf(Buffer.from("é").subarray(0, 1))).toBe("utf-8");
});
