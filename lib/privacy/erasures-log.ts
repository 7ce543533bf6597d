import { appendFile, open, readFile } from "node:fs/promises";
import { join } from "node:path";

// Beside the database and not in it: whoever restores an old backup must still know who was erased since. Ids and times only.

export type Mode = "name" | "texts";
export interface Erasure {
  readonly personId: string;
  readonly mode: Mode;
  readonly at: Date;
}

const line = /^([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}) (name|texts) (\S+)$/;

export const erasuresLog = (dataDir: string) => join(dataDir, "erasures.log");

/** The erasures of a log; of two for one person, the one that goes further. A line cut short by a crash is passed over. */
export async function readErasures(path: string): Promise<Erasure[]> {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return "";
    throw error;
  });
  const found = new Map<string, Erasure>();
  for (const entry of text.split("\n")) {
    const [, personId = "", mode = "", at = ""] = line.exec(entry) ?? [];
    if (!personId || Number.isNaN(Date.parse(at))) continue;
    if (found.get(personId)?.mode === "texts") continue;
    found.set(personId, { personId, mode: mode as Mode, at: new Date(at) });
  }
  return [...found.values()];
}

/** Adds what the log does not say yet. The table is the truth: a line that a crash prevented is added by the next backup. */
export async function noteErasures(dataDir: string, erasures: readonly Erasure[]): Promise<void> {
  const path = erasuresLog(dataDir);
  const known = new Map((await readErasures(path)).map((erasure) => [erasure.personId, erasure.mode]));
  const fresh = erasures.filter(({ personId, mode }) => {
    const noted = known.get(personId);
    return !noted || (noted === "name" && mode === "texts");
  });
  if (fresh.length === 0) return;
  const lines = fresh.map(({ personId, mode, at }) => `${personId} ${mode} ${at.toISOString()}\n`);
  // Begins a new line, in case the last one was cut short.
  await appendFile(path, `\n${lines.join("")}`, { mode: 0o600 });
  const file = await open(path, "r");
  await file.sync();
  await file.close();
}
