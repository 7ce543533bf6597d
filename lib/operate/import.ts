import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { sql } from "drizzle-orm";
import { closeDb, db } from "@/db/client";
import { openCommunity, openDesk } from "@/lib/access/gate";
import { viewerOf } from "@/lib/access/viewer";
import {
  type ColumnField,
  type Columns,
  columnFields,
  neededFields,
  UnknownColumns,
} from "@/lib/import/formats/csv-columns";
import { type Format, formats, Unreadable } from "@/lib/import/records";
import { begin } from "@/lib/imports/begin";
import { decideImport, dropImport } from "@/lib/imports/commands";
import type { Found } from "@/lib/imports/found";
import { sourceName } from "@/lib/imports/input";
import { suggested } from "@/lib/imports/plan";
import { importHere, placedBefore } from "@/lib/imports/queries";
import { claim, workOn } from "@/lib/imports/run";
import { fail, Problem } from "./problem.mjs";

const usage =
  "npm run import -- FILE --community SLUG [--dry-run] [--format F] [--source NAME] [--columns author=A,created_at=B,text=C]";

/** What the manager's desk does, from the console: reads an export, says what is in it, and brings it, or with --dry-run does not. */
async function main() {
  const { path, slug, format, source, dry, columns } = asked(process.argv.slice(2));
  const access = await leading(slug);
  const importId = await db().transaction(async (tx) => {
    const id = await begin(tx, access, source);
    const chosen = columns && JSON.stringify({ header: Object.values(columns), chosen: columns });
    if (chosen) await tx.execute(sql`update imports set columns = ${chosen}::jsonb where id = ${id}`);
    return id;
  });
  await next(importId, path, format);
  const { found } = await importHere(access, importId);
  tell(found!);
  if (dry) {
    await dropImport(access, { import: importId }, { key: randomUUID() });
    await next(importId);
    console.log("Nothing was brought: this was a dry run.");
    return;
  }
  const plan = { spaces: suggested(found!, await placedBefore(access, source)), roles: [] };
  const left = plan.spaces.filter(({ to }) => to === "leave").map(({ space }) => space);
  if (left.length > 0) console.log(`Not everybody there could read these, so they stay behind: ${left.join(", ")}.`);
  await decideImport(access, { import: importId, ...plan }, { key: randomUUID() });
  await next(importId);
  const { brought, state } = await importHere(access, importId);
  if (state !== "done" || !brought)
    throw new Problem("It stopped half-way; the manager's desk can try it again or undo it.");
  const { people, threads, posts, reactions, before } = brought;
  console.log(
    `Brought: ${people} people, ${threads} threads, ${posts} posts, ${reactions} reactions. Here before: ${before} posts.`,
  );
}

function asked(argv: string[]) {
  const options = {
    community: { type: "string" },
    format: { type: "string" },
    source: { type: "string" },
    columns: { type: "string" },
    "dry-run": { type: "boolean" },
  } as const;
  try {
    const { values, positionals } = parseArgs({ args: argv, options, allowPositionals: true });
    const { community: slug, format } = values;
    if (positionals.length !== 1 || !slug) throw new Problem(usage);
    if (format && !formats.includes(format as Format)) throw new Problem(`--format is one of ${formats.join(", ")}.`);
    const source = sourceName.safeParse(values.source ?? format ?? "import");
    if (!source.success) throw new Problem("--source is a short name in small letters and digits, with hyphens.");
    // npm runs a command in the project's folder and says where it was typed.
    const path = resolve(process.env.INIT_CWD ?? process.cwd(), positionals[0]!);
    return {
      path,
      slug,
      format: format as Format | undefined,
      source: source.data,
      dry: values["dry-run"] ?? false,
      columns: values.columns === undefined ? undefined : columnsOf(values.columns),
    };
  } catch (error) {
    throw error instanceof Problem ? error : new Problem(usage);
  }
}

/** Which column is which, as in `author=user,created_at=posted,text=words`. */
function columnsOf(typed: string): Columns {
  const pairs = typed.split(",").map((pair) => pair.split("=").map((part) => part.trim()));
  const known = pairs.every(
    ([field, name, ...more]) => columnFields.includes(field as ColumnField) && name && more.length === 0,
  );
  const columns: Columns = Object.fromEntries(pairs);
  if (!known || !neededFields.every((field) => columns[field]))
    throw new Problem(
      `--columns says which is which of ${columnFields.join(", ")}; it needs ${neededFields.join(", ")}.`,
    );
  return columns;
}

/** Whoever can read this console acts as the owner of the brand. */
async function leading(slug: string) {
  const { rows } = await db().execute<{ id: string }>(sql`
    select o.person_id as id from communities c join brand_owners o on o.brand_id = c.brand_id
    join people p on p.id = o.person_id and p.state = 'active' where c.slug = ${slug} order by o.since, o.person_id limit 1`);
  if (!rows[0]) throw new Problem(`There is no community at the address ${slug}, or nobody leads it.`);
  return openDesk(await openCommunity(await viewerOf(rows[0].id), slug));
}

async function next(importId: string, path?: string, format?: Format) {
  const one = await claim(importId);
  if (!one) throw new Problem("A running server works on it already.");
  try {
    await workOn(one, path, format);
  } catch (error) {
    const help = error instanceof UnknownColumns ? "; --columns says which is which" : "";
    throw error instanceof Unreadable ? new Problem(`${error.message}${help}`) : error;
  }
}

function tell({ format, messages, people, reactions, spaces, from, to, byBots, withoutWords, unread }: Found) {
  console.log(
    `${format}: ${messages} messages of ${people} people in ${spaces.length} spaces, ${reactions} reactions, ${from?.slice(0, 10) ?? "-"} to ${to?.slice(0, 10) ?? "-"}.`,
  );
  console.log(
    `By bots ${byBots}, without words ${withoutWords}, private or deleted ${unread.leftOut}, not readable ${unread.count}.`,
  );
  for (const { where, why } of unread.samples.slice(0, 5)) console.log(`  ${where}: ${why}`);
}

await main()
  .catch(fail)
  .finally(() => closeDb());
