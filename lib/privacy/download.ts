import { createWriteStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { ZipFile } from "yazl";
import { db } from "@/db/client";
import type { PersonAccess } from "@/lib/access/gate";
import { countAttempt } from "@/lib/accounts/attempts";
import { recordForAccount } from "@/lib/activity/record";
import { keyOf, storage } from "@/lib/files/storage";
import { type Locale, wordsFor } from "@/lib/text";
import { when, write } from "@/lib/write";
import { filesOf } from "./collect";
import { asHtml, asJson, type Copy } from "./copies";

// A fourth file beside commands.ts because this one answers with a file.

export interface Download {
  readonly size: number;
  readonly stream: ReadableStream<Uint8Array>;
}

/** Everything that is held about a person, in one archive: for programs, for reading, and their pictures. */
export async function downloadMine(
  access: PersonAccess,
  { locale }: { locale: Locale },
  { key }: { key: string },
): Promise<Download> {
  const { personId } = access;
  await countAttempt([{ key: `download ${personId}`, max: 10 }]);
  await write(access, key, "privacy.downloadMine", {}, async (tx) => {
    await recordForAccount(tx, "data downloaded", { actorId: personId, objectId: personId, at: when(access) });
    return {};
  });
  // Made in full before it is sent: a slow reader must not keep a transaction open.
  const folder = await mkdtemp(join(tmpdir(), "kindling-download-"));
  try {
    const path = join(folder, "mine.zip");
    await db().transaction(
      (tx) => archive({ tx, personId, locale, words: wordsFor(locale), madeAt: new Date() }, path),
      { isolationLevel: "repeatable read", accessMode: "read only" },
    );
    const file = await open(path);
    const { size } = await file.stat();
    return { size, stream: Readable.toWeb(file.createReadStream()) as ReadableStream<Uint8Array> };
  } finally {
    // Its name goes now; its bytes go when it has been sent, or the process ends.
    await rm(folder, { recursive: true, force: true });
  }
}

async function archive(copy: Copy, path: string): Promise<void> {
  const zip = new ZipFile();
  const written = pipeline(zip.outputStream, createWriteStream(path, { mode: 0o600 }));
  // One after the other: both read through the one connection of the transaction.
  await added(zip, "data.json", Readable.from(asJson(copy)));
  await added(zip, "index.html", Readable.from(asHtml(copy)));
  for (const { id, type } of await filesOf(copy.tx, copy.personId)) await addPicture(zip, id, type);
  zip.end();
  await written;
}

async function addPicture(zip: ZipFile, id: string, type: string) {
  const kept = await storage().get(keyOf(id, "large"));
  if (!kept) return;
  const ending = /^image\/(\w+)$/.exec(type)?.[1] ?? "bin";
  await added(zip, `pictures/${id}.${ending}`, Readable.fromWeb(kept.stream as NodeStream));
}

function added(zip: ZipFile, name: string, content: Readable): Promise<void> {
  return new Promise((done, refuse) => {
    content.once("error", refuse).once("end", () => done());
    zip.addReadStream(content, name, { mtime: new Date(0), mode: 0o100600 });
  });
}
