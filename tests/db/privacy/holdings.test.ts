import { Client } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Fate, holdings } from "@/lib/privacy/holdings";
import { notPersonal } from "@/lib/privacy/not-personal";
import { wordsFor } from "@/lib/text";
import { direct, freshDatabase } from "../../support/cluster";

let client: Client;
beforeAll(async () => {
  client = new Client({ connectionString: direct(await freshDatabase()) });
  await client.connect();
});
afterAll(() => client.end());

const column = async (query: string) =>
  (await client.query<{ it: string }>(query)).rows.map(({ it: name }) => name).sort();
const emptied = (fate: Fate | undefined) =>
  fate && typeof fate === "object" && "set" in fate ? Object.keys(fate.set) : [];
const goes = (fate: Fate) => fate === "row goes" || (typeof fate === "object" && "goesWhere" in fate);

/** Columns whose words are gone once the person is: their own row goes, or the column is given another value. */
const erased = new Set(
  holdings.flatMap(({ table, name, texts }) => [...emptied(name), ...emptied(texts)].map((it) => `${table}.${it}`)),
);
const rowsGo = new Set<string>(
  holdings.filter(({ name, texts }) => goes(name) || (texts && goes(texts))).map(({ table }) => table),
);
const ofPeople = ["people.name", "people.email", "people.pending_email", "people.bio", "people.zone"];

it("names every column that points to a person", async () => {
  const references = await column(`
    select t.relname || '.' || a.attname as it from pg_constraint c join pg_class t on t.oid = c.conrelid
    join pg_attribute a on a.attrelid = t.oid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid in ('people'::regclass, 'person_heads'::regclass)`);
  const alike = await column(`
    select table_name || '.' || column_name as it from information_schema.columns where table_schema = 'public'
    and data_type = 'uuid' and (column_name ~ 'person|actor|subject_id|owner|looker' or column_name ~ '(^|_)by$')`);
  const named = new Set(holdings.map(({ table, person }) => `${table}.${person}`));
  expect([...new Set([...references, ...alike])].filter((name) => !named.has(name))).toEqual([]);
  expect(references.length).toBeGreaterThan(40);
});

it("says of every column with words what happens to them, or why they are nobody's", async () => {
  const texts = await column(`
    select table_name || '.' || column_name as it from information_schema.columns where table_schema = 'public'
    and data_type in ('text', 'jsonb', 'json', 'character varying', 'ARRAY', 'bytea', 'tsvector')`);
  const told = (name: string) =>
    erased.has(name) || rowsGo.has(name.split(".")[0] ?? "") || ofPeople.includes(name) || name in notPersonal;
  expect(texts.filter((name) => !told(name))).toEqual([]);
  expect(Object.keys(notPersonal).filter((name) => !texts.includes(name))).toEqual([]);
});

it("shows and changes only what is there, and has words for all of it", async () => {
  const all = new Set(
    await column(
      `select table_name || '.' || column_name as it from information_schema.columns where table_schema = 'public'`,
    ),
  );
  const used = holdings.flatMap(({ table, person, shows, name, texts }) =>
    [person, ...shows, ...emptied(name), ...emptied(texts)].map((it) => `${table}.${it}`),
  );
  expect(used.filter((name) => !all.has(name))).toEqual([]);
  const { tables, columns } = wordsFor("en").privacy;
  const shown = holdings.filter(({ shows }) => shows.length > 0);
  expect(shown.filter(({ table }) => !(table in tables))).toEqual([]);
  const byName: Record<string, string> = {
    community_id: "community",
    brand_id: "brand",
    badge_id: "badge",
    looker_id: "who",
    decision_id: "poll",
    id: "vote",
  };
  expect(shown.flatMap(({ shows }) => shows.map((it) => byName[it] ?? it)).filter((it) => !(it in columns))).toEqual(
    [],
  );
});
