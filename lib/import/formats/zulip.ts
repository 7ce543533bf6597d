import type { Role } from "@/lib/scoring/input";
import type { ImportRecord, Records } from "../records";
import { Unreadable } from "../records";
import type { Source } from "../source/source";
import type { Unread } from "../unread";
import { type Fields, id, text } from "./fields";
import { itemsOf } from "./json-items";
import { whenOf } from "./when";

// Zulip's realm export: realm.json says who and where, messages-000001.json and on say what.

const realm = new Set([
  ..."zerver_userprofile zerver_userprofile_crossrealm zerver_userprofile_mirrordummy zerver_stream zerver_recipient".split(
    " ",
  ),
  ..."zerver_usergroup zerver_usergroupmembership zerver_namedusergroup".split(" "),
]);
const stream = "2";

interface Place {
  readonly name: string;
  readonly open: boolean;
}

export async function* zulip(source: Source, unread: Unread): Records {
  const streams = new Map<string, Place>();
  const recipients = new Map<string, string>();
  const groups = new Map<string, string>();
  const memberships: [string, string][] = [];
  let found = false;
  for await (const { path, bytes } of source.each((one) => /^realm\.json$/.test(one))) {
    found = true;
    const broken = (why: string) => unread.note(path, why);
    for await (const { array, value } of itemsOf(bytes, { arrays: realm, broken })) {
      if (array.startsWith("zerver_userprofile")) yield* member(value);
      else if (array === "zerver_stream") {
        const name = id(value.name);
        const own = id(value.id);
        if (name === undefined || own === undefined) continue;
        const open = value.invite_only !== true;
        streams.set(own, { name, open });
        yield { kind: "space", id: name, name, open };
      } else if (array === "zerver_recipient" && text(value.type) === stream)
        recipients.set(id(value.id) ?? "", id(value.type_id) ?? "");
      else if (array === "zerver_usergroup" || array === "zerver_namedusergroup") group(value, groups);
      else if (array === "zerver_usergroupmembership")
        memberships.push([id(value.user_group) ?? "", id(value.user_profile) ?? ""]);
    }
  }
  if (!found) throw new Unreadable("there is no realm.json in it");
  for (const [of, who] of memberships) {
    const name = groups.get(of);
    if (name && who) yield { kind: "membership", group: name, member: who };
  }
  const chunks = (path: string) => /^messages-\d+\.json$/.test(path);
  for await (const { path, bytes } of source.each(chunks)) {
    const broken = (why: string) => unread.note(path, why);
    const arrays = new Set(["zerver_message"]);
    for await (const { array, value } of itemsOf(bytes, { arrays, broken })) {
      if (array === "head") continue;
      const place = streams.get(recipients.get(id(value.recipient) ?? "") ?? "");
      // Direct messages have another kind of recipient.
      if (!place) unread.leftOut += 1;
      else yield* say(value, place, path, unread);
    }
  }
  for await (const { path, bytes } of source.each((one) => /^(realm|messages-\d+)\.json$/.test(one))) {
    const broken = () => undefined;
    for await (const { array, value } of itemsOf(bytes, { arrays: new Set(["zerver_reaction"]), broken })) {
      const [message, by] = [id(value.message), id(value.user_profile)];
      if (array === "head" || message === undefined || by === undefined) continue;
      yield { kind: "reaction", message, member: by, what: text(value.emoji_name) ?? path };
    }
  }
}

function* member(user: Fields): Iterable<ImportRecord> {
  const who = id(user.id);
  if (who === undefined) return;
  const role: Role | undefined = user.is_bot === true ? "bot" : roleOf(Number(user.role));
  const name = id(user.full_name);
  const joinedAt = whenOf(user.date_joined);
  const email = id(user.delivery_email) ?? id(user.email);
  yield {
    kind: "member",
    id: who,
    ...(name && { name }),
    ...(role && { role }),
    ...(joinedAt !== undefined && { joinedAt }),
    ...(email && { email }),
  };
}

/** Owners, administrators and moderators of a server are no employees of anybody: members with a duty. */
const roleOf = (role: number): Role | undefined => (role >= 100 && role <= 300 ? "moderator" : undefined);

/** Groups that the server makes of itself say nothing. */
function group(value: Fields, groups: Map<string, string>) {
  const own = id(value.id) ?? id(value.usergroup_ptr);
  const name = id(value.name);
  if (own && name && value.is_system_group !== true && !name.startsWith("role:")) groups.set(own, name);
}

/** Somebody is spoken to, or only named. */
const mark = /@_?\*\*([^*|\n]{1,100})(?:\|(\d+))?\*\*/g;

function* say(message: Fields, place: Place, path: string, unread: Unread): Iterable<ImportRecord> {
  const own = id(message.id);
  const author = id(message.sender);
  const at = whenOf(message.date_sent);
  if (own === undefined || author === undefined) return unread.note(path, "a message without id or sender");
  if (at === undefined) return unread.note(`${path}: ${own}`, "a message without a date that we can read");
  const raw = text(message.content) ?? "";
  const named = [...raw.matchAll(mark)];
  const linked = [...raw.matchAll(/\/near\/(\d+)/g)].map(([, near]) => near!).filter((one) => one !== own);
  // What is quoted is answered; what is only linked is remembered.
  const quotes = /^(?:```+|~~~+)\s?quote/m.test(raw) ? linked : [];
  const editedAt = whenOf(message.last_edit_time);
  yield {
    kind: "message",
    id: own,
    author,
    at,
    space: place.name,
    thread: text(message.subject) ?? "",
    text: raw.replace(/@_?\*\*[^*\n]{1,100}\*\*/g, (mark) => " ".repeat(mark.length)),
    ...(!place.open && { open: false }),
    ...(named.length > 0 && {
      said: raw.replace(mark, (_, name: string, who?: string) => (who ? `@{${who}}` : `@[${name}]`)),
    }),
    ...(named.length > 0 && { mentionedNames: named.map(([, name]) => name!) }),
    ...(quotes.length > 0 && { quotes }),
    ...(linked.length > quotes.length && { refs: linked }),
    ...(editedAt !== undefined && { editedAt }),
  };
}
