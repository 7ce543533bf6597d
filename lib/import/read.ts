import { detect } from "./detect";
import { csv } from "./formats/csv";
import type { Columns } from "./formats/csv-columns";
import { discord } from "./formats/discord";
import { discourse } from "./formats/discourse";
import { jsonl } from "./formats/jsonl";
import { mbox } from "./formats/mbox";
import { slack } from "./formats/slack";
import { zulip } from "./formats/zulip";
import type { Format, Records } from "./records";
import { openSource } from "./source/open";
import type { Source } from "./source/source";
import { Unread } from "./unread";

/** One adapter a format. */
const adapters: Record<Format, (source: Source, unread: Unread, columns?: Columns) => Records> = {
  jsonl,
  csv,
  slack,
  discord,
  discourse,
  zulip,
  mbox,
};

export interface Reading {
  readonly format: Format;
  readonly records: Records;
  /** Filled while the records are read. */
  readonly unread: Unread;
}

/** Opens an export and begins to read it; without a format its content decides. Columns are those of somebody else's CSV. */
export async function readExport(path: string, format?: Format, columns?: Columns): Promise<Reading> {
  const source = await openSource(path);
  const found = format ?? (columns ? "csv" : await detect(source));
  const unread = new Unread();
  return { format: found, records: adapters[found](source, unread, columns), unread };
}
