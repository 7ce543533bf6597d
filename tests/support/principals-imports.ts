import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { leading, type Who } from "./principals";

interface Bringing {
  readonly communityId: string;
  /** Another one of the same brand, where nothing is open. */
  readonly quietId: string;
  /** Those who own the brand. */
  readonly owners: readonly string[];
  /** Asked for it, and leads no more: the job that looks for work finds nothing to do. */
  readonly member: string;
  readonly mark: (what: string, readers: Who, met?: Who) => string;
}

export interface Imports {
  /** It waits for somebody who says where everything goes. */
  readonly waiting: string;
  /** It stopped, and holds nothing. */
  readonly stopped: string;
  readonly person: string;
  /** In the quiet community: brought, stopped while it was written, stopped while it was read. */
  readonly brought: string;
  readonly halfway: string;
  readonly unread: string;
  /** And a table that asks which column is which. */
  readonly table: string;
  /** What each owner has sent and not had read. */
  readonly sent: Readonly<Record<string, string>>;
}

/** An export of another place that was read, one that was not readable, and what was decided of a third. */
export async function importSome({ communityId, quietId, owners, member, mark }: Bringing): Promise<Imports> {
  const [waiting, stopped, person] = [randomUUID(), randomUUID(), randomUUID()];
  const space = mark("a space elsewhere", leading);
  const found = {
    format: "jsonl",
    ...{ messages: 1, byBots: 0, people: 1, reactions: 0, otherReactions: 0, withoutWords: 0, cut: 0, twice: 0 },
    ...{ decisions: 0, standings: 0, from: null, to: null, spaces: [{ space, messages: 1, open: false }] },
    unread: {
      count: 1,
      leftOut: 0,
      samples: [{ where: mark("a file elsewhere", leading), why: "no date" }],
      fields: [],
    },
  };
  const columns = JSON.stringify({ header: ["who", "when", "what", mark("a column elsewhere", leading)] });
  await db().execute(sql`
    insert into imports (community_id, id, source, state, asked_by, found, columns, asked_at) values
      (${communityId}, ${waiting}, ${mark("another place", leading)}, 'read', ${member}, ${JSON.stringify(found)}::jsonb, ${columns}::jsonb, now() - interval '1 hour'),
      (${communityId}, ${stopped}, 'old-place', 'failed', ${member}, null, ${columns}::jsonb, now() - interval '2 hours')`);
  await db().execute(sql`
    insert into people (id, state, name) values (${person}, 'imported', 'Somebody elsewhere')`);
  await db().execute(sql`
    insert into import_people (community_id, import_id, person_id, messages, since) values (${communityId}, ${waiting}, ${person}, 1, now())`);
  await db().execute(sql`
    insert into import_items (community_id, import_id, n, kind, post_id, thread_id, person_id, space, title, at, text)
    values (${communityId}, ${waiting}, 1, 'message', ${randomUUID()}, ${randomUUID()}, ${person}, ${space},
      ${mark("a title elsewhere", [])}, now(), ${mark("words elsewhere", [])})`);
  const before = randomUUID();
  const plan = {
    spaces: [{ space: mark("a planned space", []), to: "new", name: "", audience: "members" }],
    roles: [],
  };
  await db().execute(sql`
    insert into imports (community_id, id, source, state, asked_by, plan, asked_at)
    values (${communityId}, ${before}, 'older-place', 'undone', ${member}, ${JSON.stringify(plan)}::jsonb, now() - interval '3 hours')`);
  await db().execute(sql`
    insert into import_spaces (community_id, import_id, space, slug)
    values (${communityId}, ${before}, ${mark("a space that was made", [])}, ${mark("its slug", [])})`);
  const [brought, halfway, unread, table] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  await db().execute(sql`
    insert into imports (community_id, id, source, state, asked_by, plan, columns) values
      (${quietId}, ${brought}, 'brought', 'done', ${member}, '{"spaces":[],"roles":[]}', null),
      (${quietId}, ${halfway}, 'halfway', 'failed', ${member}, '{"spaces":[],"roles":[]}', null),
      (${quietId}, ${unread}, 'unread', 'failed', ${member}, null, null),
      (${quietId}, ${table}, 'table', 'failed', ${member}, null, ${columns}::jsonb)`);
  const sent: Record<string, string> = {};
  for (const owner of owners) {
    sent[owner] = randomUUID();
    await db().execute(sql`
      insert into files (id, owner_id, type, bytes, checksum) values (${sent[owner]}, ${owner}, 'application/octet-stream', 2, '')`);
  }
  return { brought, halfway, unread, table, sent, waiting, stopped, person };
}
