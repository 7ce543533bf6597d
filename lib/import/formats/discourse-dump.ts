import type { ImportRecord, Records } from "../records";
import { Unreadable } from "../records";
import type { Source } from "../source/source";
import type { Unread } from "../unread";
import { type CopyRow, copyRows } from "./copy-rows";
import { messageOf, Places } from "./discourse-post";
import { whenOf } from "./when";

// The backup's dump.sql. Of each table only named columns are read: no address, no hash, no token, no message of two.

const around = new Set("users categories topics groups group_users user_badges badges post_actions posts".split(" "));

interface Topic {
  readonly title: string;
  readonly category: string | null;
  readonly closed: boolean;
}

interface Around {
  readonly topics: Map<string, Topic>;
  readonly categories: Map<string, { name: string; open: boolean }>;
  readonly groups: Map<string, string>;
  readonly badges: Map<string, string>;
  readonly members: CopyRow[];
  readonly awards: CopyRow[];
  readonly places: Places;
}

export async function* discourseDump(source: Source, unread: Unread): Records {
  const known: Around = {
    topics: new Map(),
    categories: new Map(),
    groups: new Map(),
    badges: new Map(),
    members: [],
    awards: [],
    places: new Places(),
  };
  // The dump names topics after their posts, so it is gone through twice.
  let posts = 0;
  for await (const { table, row } of rowsOf(source, around, unread)) {
    if (table === "posts") posts += 1;
    yield* readAround(table, row, known);
  }
  if (posts === 0) throw new Unreadable("there are no posts in the dump");
  for (const { name, open } of known.categories.values()) yield { kind: "space", id: name, name, open };
  for (const row of known.members) yield* membership(known.groups.get(row.group_id ?? ""), row, row.created_at);
  for (const row of known.awards) yield* membership(known.badges.get(row.badge_id ?? ""), row, row.granted_at);
  for await (const { row } of rowsOf(source, new Set(["posts"]), new Counting(unread))) yield* post(row, known, unread);
}

/** The second time, what is broken was noted already. */
class Counting {
  constructor(readonly unread: Unread) {}
  note() {}
}

async function* rowsOf(source: Source, tables: ReadonlySet<string>, unread: Pick<Unread, "note">) {
  const wanted = (path: string) => source.single || /(^|\/)dump\.sql$/.test(path);
  for await (const { path, bytes } of source.each(wanted))
    yield* copyRows(bytes, tables, (where, why) => unread.note(`${path}, ${where}`, why));
}

function* readAround(table: string, row: CopyRow, known: Around): Iterable<ImportRecord> {
  const id = row.id ?? "";
  if (table === "users") yield* user(row);
  else if (table === "categories")
    known.categories.set(id, { name: row.name ?? `category ${id}`, open: row.read_restricted !== "t" });
  else if (table === "topics")
    known.topics.set(id, {
      title: row.title ?? "",
      category: row.category_id ?? null,
      closed: row.archetype === "private_message" || (row.deleted_at ?? null) !== null,
    });
  else if (table === "groups" && row.automatic !== "t") known.groups.set(id, row.name ?? id);
  else if (table === "badges") known.badges.set(id, row.name ?? id);
  else if (table === "group_users") known.members.push(row);
  // What the software grants by itself, it grants for activity.
  else if (table === "user_badges" && Number(row.granted_by_id ?? "-1") > 0) known.awards.push(row);
  else if (table === "posts") known.places.put(row.topic_id ?? "", Number(row.post_number), id);
  else if (
    table === "post_actions" &&
    row.post_action_type_id === "2" &&
    row.deleted_at == null &&
    row.post_id &&
    row.user_id
  )
    yield { kind: "reaction", message: row.post_id, member: row.user_id, what: "like" };
}

function* user(row: CopyRow): Iterable<ImportRecord> {
  if (!row.id) return;
  const role = Number(row.id) < 0 ? "bot" : row.admin === "t" || row.moderator === "t" ? "moderator" : undefined;
  const joinedAt = whenOf(row.created_at);
  yield {
    kind: "member",
    id: row.id,
    ...(row.username && { name: row.username }),
    ...(role && { role }),
    ...(joinedAt !== undefined && { joinedAt }),
  };
}

function* membership(
  group: string | undefined,
  row: CopyRow,
  since: string | null | undefined,
): Iterable<ImportRecord> {
  if (!group || !row.user_id) return;
  const from = whenOf(since);
  yield { kind: "membership", group, member: row.user_id, ...(from !== undefined && { from }) };
}

function* post(row: CopyRow, { topics, categories, places }: Around, unread: Unread): Iterable<ImportRecord> {
  const topic = topics.get(row.topic_id ?? "");
  if (row.post_type !== undefined && row.post_type !== "1") return;
  if (!topic || topic.closed || (row.deleted_at ?? null) !== null || row.hidden === "t" || row.user_deleted === "t") {
    unread.leftOut += 1;
    return;
  }
  const at = whenOf(row.created_at);
  if (!row.id || !row.user_id) return unread.note(`post ${row.id ?? ""}`, "a post without id or author");
  if (at === undefined) return unread.note(`post ${row.id}`, "a post without a date that we can read");
  const category = topic.category === null ? undefined : categories.get(topic.category);
  const answers = row.reply_to_post_number;
  yield messageOf(
    {
      id: row.id,
      author: row.user_id,
      at,
      topic: row.topic_id!,
      number: Number(row.post_number),
      answers: answers == null ? undefined : Number(answers),
      raw: row.raw ?? undefined,
      cooked: row.cooked ?? undefined,
      space: category?.name,
      title: topic.title,
      open: category?.open ?? true,
      role: undefined,
    },
    places,
  );
}
