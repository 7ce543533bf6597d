import type { Role } from "@/lib/scoring/input";
import type { ImportRecord } from "../records";
import type { Unread } from "../unread";
import { whenOf } from "./when";

// The generic rows of CSV and JSONL; every other format could be written in them.

type Row = Readonly<Record<string, unknown>>;

const known: Record<string, ReadonlySet<string>> = {
  message: new Set([
    ..."kind message_id id author_id author created_at channel space thread_id thread reply_to title body text is_private".split(
      " ",
    ),
    ..."edited_at deleted role refs community mentions quotes".split(" "),
  ]),
  member: new Set("kind member_id id name email joined_at role groups last_seen_at city consent left_score".split(" ")),
  reaction: new Set("kind message_id member_id reaction created_at".split(" ")),
  membership: new Set("kind group member_id from to earned_or_bought".split(" ")),
  decision: new Set("kind decision_id title opened_at closed_at outcome decided_by delivered_at".split(" ")),
};
const passedOver = new Set(["vote", "event", "attendance", "visit"]);

const textIn = (value: unknown): string | undefined =>
  typeof value === "string"
    ? value.trim() === ""
      ? undefined
      : value
    : typeof value === "number"
      ? String(value)
      : undefined;
const yes = (value: unknown) =>
  value === true || (typeof value === "string" && /^(true|yes|1|t|y)$/i.test(value.trim())) || value === 1;
const listIn = (value: unknown): string[] =>
  Array.isArray(value)
    ? value.flatMap((one) => textIn(one) ?? [])
    : (textIn(value)
        ?.split(";")
        .flatMap((one) => textIn(one.trim()) ?? []) ?? []);
const roles = new Set<string>(["member", "moderator", "staff", "bot"]);
const roleIn = (value: unknown): Role | undefined => {
  const role = textIn(value)?.trim().toLowerCase();
  return role && roles.has(role) ? (role as Role) : undefined;
};

/** What a row says; nothing when it cannot be used, which is then noted. */
export function* readRow(kind: string, row: Row, where: string, unread: Unread): Iterable<ImportRecord> {
  const fields = known[kind];
  if (!fields) {
    if (!passedOver.has(kind)) unread.note(where, `we do not know the kind "${kind.slice(0, 40)}"`);
    return;
  }
  unread.unknown(row, fields);
  if (kind === "message") yield* message(row, where, unread);
  else if (kind === "member") yield* member(row, where, unread);
  else if (kind === "reaction") yield* reaction(row, where, unread);
  else if (kind === "membership") yield* membership(row, where, unread);
  else yield* decision(row, where, unread);
}

function* message(row: Row, where: string, unread: Unread): Iterable<ImportRecord> {
  const id = textIn(row.message_id) ?? textIn(row.id);
  const author = textIn(row.author_id) ?? textIn(row.author);
  const at = whenOf(row.created_at);
  if (id === undefined || author === undefined) return unread.note(where, "a message without id or author");
  if (at === undefined) return unread.note(where, "a message without a date that we can read");
  if (yes(row.is_private) || yes(row.deleted)) {
    unread.leftOut += 1;
    return;
  }
  const text = textIn(row.body) ?? textIn(row.text) ?? "";
  const role = roleIn(row.role);
  const title = textIn(row.title);
  const answers = textIn(row.reply_to);
  const space = textIn(row.channel) ?? textIn(row.space);
  const thread = textIn(row.thread_id) ?? textIn(row.thread);
  const refs = listIn(row.refs);
  const mentions = listIn(row.mentions);
  const quotes = listIn(row.quotes);
  const editedAt = whenOf(row.edited_at);
  yield {
    kind: "message",
    id,
    author,
    at,
    text,
    ...(space !== undefined && { space }),
    ...(thread !== undefined && { thread }),
    ...(answers !== undefined && { answers }),
    ...(title !== undefined && { title }),
    ...(role && { role }),
    ...(refs.length > 0 && { refs }),
    ...(mentions.length > 0 && { mentions }),
    ...(quotes.length > 0 && { quotes }),
    ...(editedAt !== undefined && { editedAt }),
  };
}

function* member(row: Row, where: string, unread: Unread): Iterable<ImportRecord> {
  const id = textIn(row.member_id) ?? textIn(row.id);
  if (id === undefined) return unread.note(where, "a member without id");
  const role = roleIn(row.role);
  const name = textIn(row.name);
  const joinedAt = whenOf(row.joined_at);
  const email = textIn(row.email);
  yield {
    kind: "member",
    id,
    ...(name !== undefined && { name }),
    ...(role && { role }),
    ...(joinedAt !== undefined && { joinedAt }),
    ...(email !== undefined && { email }),
    ...(yes(row.left_score) && { left: true }),
  };
  for (const group of listIn(row.groups)) yield { kind: "membership", group, member: id };
}

function* reaction(row: Row, where: string, unread: Unread): Iterable<ImportRecord> {
  const on = textIn(row.message_id);
  const by = textIn(row.member_id);
  if (on === undefined || by === undefined) return unread.note(where, "a reaction without message or member");
  const at = whenOf(row.created_at);
  yield {
    kind: "reaction",
    message: on,
    member: by,
    what: textIn(row.reaction) ?? "",
    ...(at !== undefined && { at }),
  };
}

function* membership(row: Row, where: string, unread: Unread): Iterable<ImportRecord> {
  const group = textIn(row.group);
  const by = textIn(row.member_id);
  if (group === undefined || by === undefined) return unread.note(where, "a membership without group or member");
  const from = whenOf(row.from);
  const to = whenOf(row.to);
  yield {
    kind: "membership",
    group,
    member: by,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(/bought|paid|coupon/i.test(textIn(row.earned_or_bought) ?? "") && { bought: true }),
  };
}

function* decision(row: Row, where: string, unread: Unread): Iterable<ImportRecord> {
  const id = textIn(row.decision_id);
  if (id === undefined) return unread.note(where, "a decision without id");
  const closedAt = whenOf(row.closed_at);
  const deliveredAt = whenOf(row.delivered_at);
  const title = textIn(row.title);
  yield {
    kind: "decision",
    id,
    by: textIn(row.decided_by)?.toLowerCase() === "brand" ? "brand" : "members",
    ...(title !== undefined && { title }),
    ...(closedAt !== undefined && { closedAt }),
    ...(deliveredAt !== undefined && { deliveredAt }),
  };
}
