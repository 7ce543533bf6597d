import { createHash } from "node:crypto";
import { Client } from "pg";
import type { Storage } from "@/lib/files/keys";
import { variantsOf } from "./files";
import { migrationsOf, ourMigrations } from "./migrations";
import type { Place } from "./snapshot";

/** Numbers that are kept beside the rows they count. Each query answers what does not agree. */
const counters: Record<string, string> = {
  "invitations: uses differ from the uses recorded": `
    select i.id::text as it from invitations i where uses <> (select count(*) from invitation_uses u
      where u.community_id = i.community_id and u.invitation_id = i.id)`,
  "badges: more given than the edition holds": `
    select b.id::text as it from badges b where edition_size < (select max(number) from grants g
      where g.brand_id = b.brand_id and g.badge_id = b.id)`,
  "channels: an event is newer than its head": `
    select h.channel as it from channel_heads h where last_seq < (select max(seq) from events e
      where e.community_id = h.community_id and e.channel = h.channel)`,
  "people: an event is newer than its head": `
    select h.person_id::text as it from person_heads h where last_seq < (select max(seq) from person_events e where e.person_id = h.person_id)`,
  "people: erased, and not in the list of the erased": `
    select p.id::text as it from people p where p.state = 'erased' and not exists (select from erasures e where e.person_id = p.id)
      and exists (select from account_ledger l where l.actor_id = p.id and l.verb = 'account erased')`,
  "communities: a brand that nobody owns": `
    select b.slug as it from brands b where not exists (select from brand_owners o where o.brand_id = b.id)`,
};

/** What the server must do for what was acknowledged to last. */
const lasting = ["fsync", "full_page_writes", "synchronous_commit"];

/** Everything that is wrong with a running place, one sentence each. */
export async function examine({ url, files }: Place): Promise<string[]> {
  const client = new Client({ connectionString: url, application_name: "kindling-verify" });
  await client.connect();
  try {
    await client.query("begin isolation level repeatable read read only");
    return [
      ...(await settingsOf(client)),
      ...(await constraintsOf(client)),
      ...(await countersOf(client)),
      ...(await filesOf(client, files)),
    ];
  } finally {
    await client.end();
  }
}

async function settingsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name = any($1) and setting <> 'on'",
    [lasting],
  );
  const applied = await migrationsOf(client);
  const behind = ourMigrations().length - applied.length;
  return [
    ...rows.map(({ name, setting }) => `server: ${name} is ${setting}, so a power cut may lose what was acknowledged`),
    ...(behind > 0 ? [`server: ${behind} migrations are not applied yet`] : []),
  ];
}

async function constraintsOf(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ it: string }>(`
    select format('%s: the constraint %s was never checked', conrelid::regclass, conname) as it from pg_constraint
      where connamespace = 'public'::regnamespace and not convalidated
    union all select format('%s: the index %s is not usable', indrelid::regclass, indexrelid::regclass) from pg_index where not indisvalid
    union all select format('%s: may be changed, its trigger is missing or off', name) from unnest(array['ledger', 'brand_ledger', 'account_ledger']) name
      where not exists (select from pg_trigger where tgrelid = to_regclass(name) and tgname = name || '_stays' and tgenabled = 'O')`);
  return rows.map(({ it }) => it);
}

async function countersOf(client: Client): Promise<string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(counters)) {
    const { rows } = await client.query<{ it: string }>(`${query} limit 20`);
    if (rows.length > 0) found.push(`${what}: ${rows.map(({ it }) => it).join(", ")}`);
  }
  return found;
}

async function filesOf(client: Client, files: Storage): Promise<string[]> {
  const found: string[] = [];
  // A draft has its row before its bytes, and may be on its way right now.
  await client.query("declare kept cursor for select id, checksum from files where state = 'in use' order by id");
  for (;;) {
    const { rows } = await client.query<{ id: string; checksum: string }>("fetch 200 from kept");
    if (rows.length === 0) return found;
    for (const { id, checksum } of rows) {
      const sums: string[] = [];
      for await (const { data } of variantsOf(files, id)) sums.push(await checksumOf(data));
      if (sums.length === 0) found.push(`files: ${id} is not in ${files.where}`);
      else if (!sums.includes(checksum)) found.push(`files: ${id} is not what was kept`);
    }
  }
}

async function checksumOf(data: AsyncIterable<Buffer>) {
  const hash = createHash("sha256");
  for await (const chunk of data) hash.update(chunk);
  return hash.digest("hex");
}
