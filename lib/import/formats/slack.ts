import type { ImportRecord, Records } from "../records";
import type { Entry, Source } from "../source/source";
import { wholeText } from "../text";
import type { Unread } from "../unread";
import { type Fields, fields, id, list, objects, text } from "./fields";
import { whenOf } from "./when";

// Slack's own export: users.json, channels.json, and a folder for each channel with a file for each day.

const passedOver = new Set([
  ..."channel_join channel_leave channel_name channel_topic channel_purpose channel_archive channel_unarchive".split(
    " ",
  ),
  ..."group_join group_leave pinned_item unpinned_item tombstone reminder_add bot_add bot_remove".split(" "),
]);
const known = new Set([
  ..."type subtype user bot_id text ts thread_ts parent_user_id reply_count reply_users reply_users_count latest_reply replies".split(
    " ",
  ),
  ..."subscribed last_read reactions files blocks attachments edited user_profile user_team source_team client_msg_id team".split(
    " ",
  ),
  ..."bot_profile username icons upload display_as_bot x_files file is_locked topic purpose inviter permalink room pinned_to".split(
    " ",
  ),
]);

export async function* slack(source: Source, unread: Unread): Records {
  const bots = new Set<string>();
  const ids = new Ids();
  for await (const entry of source.each((path) => /^(org_)?users\.json$/.test(path)))
    for (const user of await listIn(entry, unread)) yield* member(user, bots);
  const open = new Map<string, boolean>();
  for await (const entry of source.each((path) => /^(channels|groups|dms|mpims)\.json$/.test(path))) {
    const isPublic = entry.path === "channels.json";
    const isTalk = isPublic || entry.path === "groups.json";
    for (const channel of await listIn(entry, unread)) {
      const name = id(channel.name) ?? id(channel.id);
      if (name === undefined) continue;
      // Direct messages are nobody's to score, and none is read.
      if (!isTalk) {
        for (const folder of [name, id(channel.id)]) if (folder) open.delete(folder);
        continue;
      }
      open.set(name, isPublic);
      yield { kind: "space", id: name, name, open: isPublic };
    }
  }
  for await (const entry of source.each((path) => /^[^/]+\/[^/]+\.json$/.test(path))) {
    const channel = entry.path.slice(0, entry.path.indexOf("/"));
    const isOpen = open.get(channel);
    const messages = await listIn(entry, unread);
    if (isOpen === undefined) unread.leftOut += messages.length;
    else
      for (const [i, message] of messages.entries())
        yield* say(message, channel, isOpen, bots, ids, `${entry.path}, ${i + 1}`, unread);
  }
}

/** A message's time is its id, in its channel. Where two channels have the same one, the second says its channel too. */
class Ids {
  private readonly channels = new Map<string, string>();

  of(channel: string, ts: string): string {
    const owner = this.channels.get(ts);
    if (owner === undefined) this.channels.set(ts, channel);
    return owner === undefined || owner === channel ? ts : `${channel}/${ts}`;
  }
}

async function listIn(entry: Entry, unread: Unread): Promise<readonly Fields[]> {
  try {
    return objects(JSON.parse(await wholeText(entry.bytes)));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    unread.note(entry.path, "the file is no JSON");
    return [];
  }
}

function* member(user: Fields, bots: Set<string>): Iterable<ImportRecord> {
  const who = id(user.id);
  if (who === undefined) return;
  const profile = fields(user.profile);
  const isBot = user.is_bot === true || who === "USLACKBOT";
  if (isBot) bots.add(who);
  const name = id(profile.display_name) ?? id(user.name) ?? id(user.real_name);
  const email = id(profile.email);
  yield {
    kind: "member",
    id: who,
    ...(name && { name }),
    ...(email && { email }),
    ...(isBot && { role: "bot" as const }),
  };
}

function* say(
  message: Fields,
  channel: string,
  open: boolean,
  bots: ReadonlySet<string>,
  ids: Ids,
  where: string,
  unread: Unread,
): Iterable<ImportRecord> {
  const subtype = text(message.subtype);
  if (subtype && passedOver.has(subtype)) return;
  unread.unknown(message, known);
  const ts = id(message.ts);
  const author = id(message.user) ?? id(message.bot_id) ?? id(fields(message.comment).user);
  const at = whenOf(ts);
  if (ts === undefined || at === undefined) return unread.note(where, "a message without a time that we can read");
  if (author === undefined) return unread.note(where, "a message without an author");
  const raw = text(message.text) || blocks(message.blocks);
  const parent = id(message.thread_ts);
  const inThread = parent !== undefined && parent !== ts;
  const mentions = [...raw.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].map(([, who]) => who!);
  const isBot =
    subtype === "bot_message" || bots.has(author) || (message.bot_id !== undefined && message.user === undefined);
  yield {
    kind: "message",
    id: ids.of(channel, ts),
    author,
    at,
    space: channel,
    text: plain(raw),
    open,
    // What is not in a thread stands in the flow of its channel.
    ...(inThread && { thread: parent, answers: ids.of(channel, parent) }),
    ...(mentions.length > 0 && { mentions, said: plain(raw.replace(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g, "@{$1}")) }),
    ...(isBot && { role: "bot" as const }),
  };
  for (const reaction of objects(message.reactions)) {
    const what = (text(reaction.name) ?? "").replace(/::skin-tone-\d$/, "");
    for (const user of list(reaction.users)) {
      const by = id(user);
      if (by) yield { kind: "reaction", message: ids.of(channel, ts), member: by, what };
    }
  }
}

/** The words of the blocks that newer clients write instead of a text. */
function blocks(value: unknown): string {
  const found: string[] = [];
  const walk = (one: unknown, depth: number) => {
    if (depth > 12) return;
    for (const part of list(one)) {
      const own = fields(part);
      const said = text(own.text) ?? text(fields(own.text).text);
      if (said) found.push(said);
      if (own.type === "user" && id(own.user_id)) found.push(`<@${id(own.user_id)}>`);
      if (own.type === "emoji" && text(own.name)) found.push(`:${text(own.name)}:`);
      walk(own.elements, depth + 1);
    }
  };
  walk(value, 0);
  return found.join(" ");
}

const plain = (raw: string) =>
  raw
    .replace(/<(?:@[A-Z0-9]+|!)[^>]*>/g, (mark) => " ".repeat(mark.length))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
