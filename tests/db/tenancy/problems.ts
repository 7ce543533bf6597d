import { allTables, foreignSchemas, namesOfThings, tenancy } from "@/db/tenancy";
import type { Catalogue, Reference } from "./catalogue";

type Kind = keyof typeof tenancy;
const kindOf = (table: string) =>
  (Object.keys(tenancy) as Kind[]).find((kind) => (tenancy[kind] as readonly string[]).includes(table));
const firstOf = { community: "community_id", brand: "brand_id" } as const;
const isOwned = (kind: Kind | undefined): kind is "community" | "brand" => kind === "community" || kind === "brand";

/** Everything that breaks the promise of db/tenancy.ts, one sentence each. */
export function tenancyProblems(found: Catalogue): string[] {
  return [undeclared, keysOf, referencesOf, namesOf, timesOf, idsOf].flatMap((look) => [...look(found)].sort());
}

function* undeclared({ tables, schemas }: Catalogue) {
  for (const table of tables) if (!kindOf(table)) yield `${table} is not declared`;
  for (const table of allTables) if (!tables.includes(table)) yield `${table} is declared and not there`;
  const known: readonly string[] = foreignSchemas;
  for (const schema of schemas) if (!known.includes(schema)) yield `the schema ${schema} is not declared`;
}

function* keysOf({ tables, keys }: Catalogue) {
  for (const table of tables) {
    const kind = kindOf(table);
    const own = keys.filter((key) => key.table === table);
    if (!own.some((key) => key.primary)) yield `${table} has no primary key`;
    if (!isOwned(kind)) continue;
    for (const key of own) {
      if (key.columns[0] !== firstOf[kind]) yield `${table}: ${key.name} does not begin with ${firstOf[kind]}`;
    }
  }
}

function* referencesOf({ references }: Catalogue) {
  const tied = (table: string) =>
    references.some(
      (r) => r.table === table && r.target === "communities" && says(r, "community_id>id brand_id>brand_id"),
    );
  for (const reference of references) {
    const from = kindOf(reference.table);
    const to =
      reference.target === "communities"
        ? "community"
        : reference.target === "brands"
          ? "brand"
          : kindOf(reference.target);
    const line = `${reference.table} (${reference.columns.join(", ")}) -> ${reference.target}`;
    if (!isOwned(to)) {
      if (reference.columns.length > 1) yield `${line}: more than the plain id of an instance row`;
      continue;
    }
    if (from === "instance") yield `${line}: an instance row points into a tenant`;
    if (from === "brand" && to === "community") yield `${line}: a brand row points into a community`;
    if (!begins(reference, to)) yield `${line}: does not begin with ${firstOf[to]}`;
    if (from === "community" && to === "brand" && !tied(reference.table))
      yield `${line}: the brand is not tied to the community's own`;
  }
}

const says = (r: Reference, pairs: string) =>
  r.columns.map((column, n) => `${column}>${r.targetColumns[n]}`).join(" ") === pairs;
const begins = (r: Reference, to: "community" | "brand") =>
  r.columns[0] === firstOf[to] && [firstOf[to], "id"].includes(r.targetColumns[0] ?? "");

function* namesOf({ columns }: Catalogue) {
  const personal = /(^|_)(name|email|mail|address|picture|avatar|photo|phone|birthday|ip)(_|$)/;
  for (const { table, column } of columns) {
    if (table === "people" || !personal.test(column) || namesOfThings[`${table}.${column}`]) continue;
    yield `${table}.${column} sounds like what only people may hold`;
  }
}

function* timesOf({ columns }: Catalogue) {
  for (const { table, column, type } of columns) {
    if (/^time/.test(type) && type !== "timestamp with time zone") yield `${table}.${column} is ${type}`;
  }
}

/** Ids are seen outside: nobody may read from one how many there are, or which came first. */
function* idsOf({ columns }: Catalogue) {
  for (const { table, column, type, preset } of columns) {
    if (column === "id" && type !== "uuid") yield `${table}.id is ${type}`;
    if (/nextval|ALWAYS|BY DEFAULT|uuidv7/i.test(preset ?? "")) yield `${table}.${column} counts up`;
  }
}
