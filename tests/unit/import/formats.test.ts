import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { readExport } from "@/lib/import/read";
import type { ImportRecord } from "@/lib/import/records";
import type { MessageInput } from "@/lib/scoring/input";
import { community } from "@/tests/support/score/community";
import * as as from "@/tests/support/score/exports";
import { scored } from "@/tests/support/score/scored";

const place = mkdtempSync(join(tmpdir(), "kindling-import-"));
afterAll(() => rmSync(place, { recursive: true }));

const talk = community("tight", { people: 18, weeks: 10 });

async function read(path: string) {
  const { format, records, unread } = await readExport(path);
  const all: ImportRecord[] = [];
  for await (const record of records) all.push(record);
  return { format, unread, all, messages: all.filter((one) => one.kind === "message") };
}

const write = (name: string, text: string | Buffer) => {
  writeFileSync(join(place, name), text);
  return join(place, name);
};

const ways: Record<string, { format: string; make: () => string | Promise<string> }> = {
  "short JSONL": { format: "jsonl", make: () => write("short.jsonl", as.asJsonl(talk)) },
  "short JSONL, gzipped": { format: "jsonl", make: () => write("short2.jsonl.gz", gzipSync(as.asJsonl(talk))) },
  "long JSONL under any name": { format: "jsonl", make: () => write("export.txt", as.asLongJsonl(talk)) },
  "JSONL in a zip": {
    format: "jsonl",
    make: () => as.writeZip(join(place, "a.zip"), { "deep/talk.jsonl": as.asJsonl(talk) }),
  },
  "a CSV alone": { format: "csv", make: () => write("talk.csv", as.asCsv(talk)["messages.csv"]!) },
  "a folder of CSV": { format: "csv", make: () => as.writeFolder(join(place, "csv"), as.asCsv(talk)) },
  "Slack's zip": { format: "slack", make: () => as.writeZip(join(place, "slack.zip"), as.asSlack(talk)) },
  "Slack, unpacked": { format: "slack", make: () => as.writeFolder(join(place, "slack"), as.asSlack(talk)) },
  "a folder of Discord": { format: "discord", make: () => as.writeFolder(join(place, "discord"), as.asDiscord(talk)) },
  "a folder of Discourse topics": {
    format: "discourse",
    make: () => as.writeFolder(join(place, "disc"), as.asDiscourse(talk)),
  },
  "Discourse's dump": { format: "discourse", make: () => write("dump.sql", as.asDump(talk)) },
  "Discourse's dump, gzipped": { format: "discourse", make: () => write("dump.sql.gz", gzipSync(as.asDump(talk))) },
  "Discourse's backup": {
    format: "discourse",
    make: () =>
      as.writeTarGz(join(place, "site-2024-v1.tar.gz"), { "dump.sql": as.asDump(talk), "uploads/a.txt": "x" }),
  },
  "Zulip's tar": {
    format: "zulip",
    make: () => as.writeTarGz(join(place, "zulip.tar.gz"), as.prefixed("zulip-export/", as.asZulip(talk))),
  },
  "Zulip, unpacked": { format: "zulip", make: () => as.writeFolder(join(place, "zulip"), as.asZulip(talk)) },
  "an mbox": { format: "mbox", make: () => write("list.mbox", as.asMbox(talk)) },
  "an mbox, gzipped": { format: "mbox", make: () => write("list.mbox.gz", gzipSync(as.asMbox(talk))) },
  "a folder of mbox": {
    format: "mbox",
    make: () => as.writeFolder(join(place, "lists"), { "list.mbox": as.asMbox(talk) }),
  },
};

const told = scored(talk).report;

describe("the same talk", () => {
  test.each(Object.entries(ways))("out of %s is the same talk", async (_, { format, make }) => {
    const found = await read(await make());
    expect(found.format).toBe(format);
    expect(found.unread.count).toBe(0);
    expect(found.messages).toHaveLength(talk.length);
    const there = new Map(found.messages.map((one) => [(one as MessageInput).text.trim(), one as MessageInput]));
    const ids = new Map<string, MessageInput>(
      found.messages.map((one) => [(one as MessageInput).id, one as MessageInput]),
    );
    const threads = new Map<string, string>();
    for (const one of talk.slice(0, 200)) {
      const own = there.get(one.text);
      expect(own, one.text).toBeDefined();
      expect(Math.floor(own!.at / 1000)).toBe(Math.floor(one.at / 1000));
      threads.set(own!.thread!, one.thread!);
      const answered = own!.answers === undefined ? undefined : ids.get(own!.answers);
      if (one.answers === undefined && format !== "slack") expect(answered).toBeUndefined();
      else if (format !== "slack" && format !== "zulip")
        expect(answered?.text.trim()).toBe(talk.find(({ id }) => id === one.answers)?.text);
    }
    const { report } = scored(found.all.filter((one) => one.kind !== "space"));
    expect(report.members).toBe(told.members);
    expect(report.posts).toBe(told.posts);
    expect(report.window).toEqual(told.window);
    // Slack keeps what opens a thread in the flow of its channel.
    if (format !== "slack") expect(report.elements.interaction.value).toBe(told.elements.interaction.value);
    expect(report.trust).toBe("high");
  });
});
