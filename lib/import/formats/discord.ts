import type { Role } from "@/lib/scoring/input";
import type { ImportRecord, Records } from "../records";
import type { Source } from "../source/source";
import type { Unread } from "../unread";
import { type Fields, fields, id, objects, text } from "./fields";
import { itemsOf } from "./json-items";
import { whenOf } from "./when";

// DiscordChatExporter's JSON: a file for each channel or thread, `messages` last but one in the root.

const spoken = new Set(["Default", "Reply", "0", "19", "20", "ChatInputCommand", "ThreadStarterMessage", "21"]);
const known = new Set([
  ..."id type timestamp timestampEdited callEndedTimestamp isPinned content author attachments embeds stickers reactions".split(
    " ",
  ),
  ..."mentions reference forwardedMessage interaction inlineEmojis".split(" "),
]);
/** A role that only says who runs the place. */
const duty = /^(?:admins?|administrators?|owners?|mods?|moderators?|moderation)$/i;
const staff = /^(?:staff|team|employees?|company|official)$/i;

export async function* discord(source: Source, unread: Unread): Records {
  const people = new Map<string, string>();
  for await (const { path, bytes } of source.each((one) => source.single || /\.json$/i.test(one))) {
    let channel: Fields = {};
    const broken = (why: string) => unread.note(path, why);
    for await (const { array, value } of itemsOf(bytes, { arrays: new Set(["messages"]), broken })) {
      if (array === "head") {
        channel = fields(value.channel);
        const space = spaceOf(channel);
        if (space) yield { kind: "space", id: space, name: space, open: isOpen(channel) };
      } else if (/^(Direct|DM|Group)/i.test(text(channel.type) ?? "")) unread.leftOut += 1;
      else yield* say(value, channel, people, path, unread);
    }
  }
}

const isThread = (channel: Fields) => /Thread|^1[012]$/i.test(text(channel.type) ?? "");
const isOpen = (channel: Fields) => !/Private/i.test(text(channel.type) ?? "");
const spaceOf = (channel: Fields) =>
  isThread(channel) ? (id(channel.category) ?? id(channel.name)) : id(channel.name);

function* say(
  message: Fields,
  channel: Fields,
  people: Map<string, string>,
  path: string,
  unread: Unread,
): Iterable<ImportRecord> {
  const own = id(message.id);
  const author = fields(message.author);
  const who = id(author.id);
  if (own === undefined || who === undefined) return unread.note(path, "a message without id or author");
  if (!spoken.has(text(message.type) ?? "Default")) return;
  unread.unknown(message, known);
  const at = whenOf(message.timestamp);
  if (at === undefined) return unread.note(`${path}: ${own}`, "a message without a date that we can read");
  yield* member(author, who, people);
  const mentions = objects(message.mentions).flatMap(({ id: one }) => id(one) ?? []);
  const answers = id(fields(message.reference).messageId);
  const forwarded = text(fields(message.reference).type) === "Forward";
  const space = spaceOf(channel);
  const editedAt = whenOf(message.timestampEdited);
  yield {
    kind: "message",
    id: own,
    author: who,
    at,
    text: text(message.content) ?? "",
    ...(space !== undefined && { space }),
    ...(isThread(channel) && { thread: id(channel.id) ?? path }),
    ...(answers !== undefined && !forwarded && { answers }),
    ...(mentions.length > 0 && { mentions }),
    ...(!isOpen(channel) && { open: false }),
    ...(editedAt !== undefined && { editedAt }),
  };
  for (const reaction of objects(message.reactions)) {
    const emoji = fields(reaction.emoji);
    for (const user of objects(reaction.users)) {
      const by = id(user.id);
      if (by) yield { kind: "reaction", message: own, member: by, what: text(emoji.code) ?? text(emoji.name) ?? "" };
    }
  }
}

/** Roles stand on every message of a person: they are told once, and again when they are others. */
function* member(author: Fields, who: string, people: Map<string, string>): Iterable<ImportRecord> {
  const roles = objects(author.roles).flatMap(({ name }) => text(name) ?? []);
  const now = roles.join("\n");
  if (people.get(who) === now) return;
  const before = new Set(people.get(who)?.split("\n"));
  people.set(who, now);
  const role: Role | undefined =
    author.isBot === true
      ? "bot"
      : roles.some((one) => staff.test(one))
        ? "staff"
        : roles.some((one) => duty.test(one))
          ? "moderator"
          : undefined;
  const name = id(author.nickname) ?? id(author.name);
  yield { kind: "member", id: who, ...(name && { name }), ...(role && { role }) };
  for (const group of roles)
    if (!before.has(group) && !duty.test(group) && !staff.test(group) && !/^@?everyone$/i.test(group))
      yield { kind: "membership", group, member: who };
}
