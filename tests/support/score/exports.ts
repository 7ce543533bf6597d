import { createWriteStream, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { ZipFile } from "yazl";
import type { MessageInput } from "@/lib/scoring/input";

// The same small talk, written as each program exports it. Every sample is ours.

/** Files by their path. */
export type Files = Readonly<Record<string, string>>;

export function writeFolder(place: string, files: Files) {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), text);
  }
  return place;
}

export async function writeZip(place: string, files: Files) {
  const zip = new ZipFile();
  for (const [path, text] of Object.entries(files)) zip.addBuffer(Buffer.from(text), path);
  zip.end();
  await new Promise<void>((done, failed) =>
    zip.outputStream.pipe(createWriteStream(place)).on("close", done).on("error", failed),
  );
  return place;
}

export function tarOf(files: Files): Buffer {
  const parts: Buffer[] = [];
  for (const [path, text] of Object.entries(files)) {
    const body = Buffer.from(text);
    const header = Buffer.alloc(512);
    header.write(path, 0);
    header.write("0000644\0", 100);
    header.write(`${body.length.toString(8).padStart(11, "0")}\0`, 124);
    header.write("00000000000\0", 136);
    header.write("        ", 148);
    header.write("0", 156);
    header.write("ustar\x0000", 257);
    const sum = header.reduce((all, byte) => all + byte, 0);
    header.write(`${sum.toString(8).padStart(6, "0")}\0 `, 148);
    parts.push(header, body, Buffer.alloc((512 - (body.length % 512)) % 512));
  }
  return Buffer.concat([...parts, Buffer.alloc(1024)]);
}

export function writeTarGz(place: string, files: Files) {
  writeFileSync(place, gzipSync(tarOf(files)));
  return place;
}

export const iso = (at: number) => new Date(at).toISOString();

/** Our own short form. */
export const asJsonl = (all: readonly MessageInput[]) =>
  all
    .map(({ id, author, at, space, thread, answers, text, role }) =>
      JSON.stringify({
        id,
        space,
        thread,
        author,
        created_at: iso(at),
        reply_to: answers ?? null,
        text,
        ...(role && { role }),
      }),
    )
    .join("\n");

/** Our own long form. */
export const asLongJsonl = (all: readonly MessageInput[]) =>
  [
    ...[...new Set(all.map(({ author }) => author))].map((one) => ({
      kind: "member",
      member_id: one,
      name: `The ${one}`,
    })),
    ...all.map(({ id, author, at, space, thread, answers, text }) => ({
      kind: "message",
      message_id: id,
      author_id: author,
      created_at: at / 1000,
      channel: space,
      thread_id: thread,
      reply_to: answers,
      body: text,
    })),
  ]
    .map((one) => JSON.stringify(one))
    .join("\n");

const quoted = (field: string | number | undefined) => `"${String(field ?? "").replaceAll('"', '""')}"`;

export const asCsv = (all: readonly MessageInput[]): Files => ({
  "messages.csv": [
    "message_id,author_id,created_at,channel,thread_id,reply_to,body",
    ...all.map(({ id, author, at, space, thread, answers, text }) =>
      [id, author, iso(at), space, thread, answers, text].map(quoted).join(","),
    ),
  ].join("\r\n"),
  "members.csv": [
    "member_id,name",
    ...new Set(all.map(({ author }) => `${quoted(author)},${quoted(`The ${author}`)}`)),
  ].join("\n"),
});

/** As Slack's own export has it: users, channels, a folder each, a file a day; a message's time is its id. */
export function asSlack(all: readonly MessageInput[]): Files {
  const people = [...new Set(all.map(({ author }) => author))];
  const user = (who: string) => `U${people.indexOf(who) + 1000}`;
  const ts = (one: MessageInput) => `${Math.floor(one.at / 1000)}.${String(all.indexOf(one)).padStart(6, "0")}`;
  const opener = new Map<string, MessageInput>();
  const days: Record<string, unknown[]> = {};
  for (const one of all) {
    const first = opener.get(one.thread!) ?? one;
    opener.set(one.thread!, first);
    const day = `${one.space}/${iso(one.at).slice(0, 10)}.json`;
    const mention = one.answers === undefined ? "" : `<@${user(all.find(({ id }) => id === one.answers)!.author)}> `;
    days[day] ??= [];
    days[day].push({
      type: "message",
      user: user(one.author),
      text: mention + one.text,
      ts: ts(one),
      thread_ts: ts(first),
    });
  }
  return {
    "users.json": JSON.stringify(people.map((who) => ({ id: user(who), name: who, profile: { display_name: who } }))),
    "channels.json": JSON.stringify(
      [...new Set(all.map(({ space }) => space))].map((name, i) => ({ id: `C${i}`, name, members: [] })),
    ),
    ...Object.fromEntries(Object.entries(days).map(([path, messages]) => [path, JSON.stringify(messages)])),
  };
}

/** As DiscordChatExporter writes it: a file for each thread. */
export function asDiscord(all: readonly MessageInput[]): Files {
  const files: Record<string, string> = {};
  for (const thread of new Set(all.map((one) => one.thread!))) {
    const own = all.filter((one) => one.thread === thread);
    files[`${thread}.json`] = JSON.stringify(
      {
        guild: { id: "1", name: "A place" },
        channel: { id: thread, type: "GuildPublicThread", categoryId: "2", category: own[0]!.space, name: thread },
        dateRange: { after: null, before: null },
        exportedAt: iso(own[0]!.at),
        messages: own.map(({ id, author, at, text, answers }) => ({
          id,
          type: answers ? "Reply" : "Default",
          timestamp: iso(at),
          timestampEdited: null,
          isPinned: false,
          content: text,
          author: { id: author, name: author, nickname: author, isBot: false, roles: [] },
          attachments: [],
          embeds: [],
          reactions: [],
          mentions: [],
          ...(answers && { reference: { messageId: answers, channelId: thread, guildId: "1" } }),
        })),
        messageCount: own.length,
      },
      null,
      2,
    );
  }
  return files;
}

const topics = (all: readonly MessageInput[]) => [...new Set(all.map((one) => one.thread!))];
const numbersOf = (all: readonly MessageInput[]) => {
  const numbers = new Map<string, number>();
  const counts = new Map<string, number>();
  for (const one of all) {
    const next = (counts.get(one.thread!) ?? 0) + 1;
    counts.set(one.thread!, next);
    numbers.set(one.id, next);
  }
  return numbers;
};
const people = (all: readonly MessageInput[]) => [...new Set(all.map(({ author }) => author))];
const number = (id: string) => Number(id.replace(/\D/g, ""));

/** As Discourse's API answers /t/{id}.json. */
export function asDiscourse(all: readonly MessageInput[]): Files {
  const numbers = numbersOf(all);
  return {
    "categories.json": JSON.stringify({
      category_list: { categories: [{ id: 3, name: all[0]!.space, read_restricted: false }] },
    }),
    ...Object.fromEntries(
      topics(all).map((topic, i) => [
        `t/${i + 1}.json`,
        JSON.stringify({
          id: i + 1,
          title: topic,
          category_id: 3,
          archetype: "regular",
          post_stream: {
            posts: all
              .filter(({ thread }) => thread === topic)
              .map(({ id, author, at, text, answers }) => ({
                id: number(id),
                username: author,
                user_id: people(all).indexOf(author) + 1,
                created_at: iso(at),
                raw: text,
                post_number: numbers.get(id),
                post_type: 1,
                topic_id: i + 1,
                reply_to_post_number: answers ? numbers.get(answers)! : null,
              })),
          },
        }),
      ]),
    ),
  };
}

/** As pg_dump writes Discourse's backup. */
export function asDump(all: readonly MessageInput[]): string {
  const numbers = numbersOf(all);
  const field = (value: string | number | null | undefined) =>
    value === null || value === undefined
      ? "\\N"
      : String(value).replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  const table = (name: string, columns: string[], rows: (string | number | null | undefined)[][]) =>
    [
      `COPY public.${name} (${columns.join(", ")}) FROM stdin;`,
      ...rows.map((row) => row.map(field).join("\t")),
      "\\.",
      "",
    ].join("\n");
  const when = (at: number) => iso(at).replace("T", " ").replace("Z", "");
  return [
    "--\n-- PostgreSQL database dump\n--\n",
    table("categories", ["id", "name", "read_restricted"], [[3, all[0]!.space, "f"]]),
    table(
      "posts",
      [
        "id",
        "user_id",
        "topic_id",
        "post_number",
        "raw",
        "created_at",
        "deleted_at",
        "reply_to_post_number",
        "post_type",
        "hidden",
      ],
      all.map((one) => [
        number(one.id),
        people(all).indexOf(one.author) + 1,
        topics(all).indexOf(one.thread!) + 1,
        numbers.get(one.id),
        one.text,
        when(one.at),
        null,
        one.answers ? numbers.get(one.answers) : null,
        1,
        "f",
      ]),
    ),
    table(
      "topics",
      ["id", "title", "category_id", "archetype", "deleted_at"],
      topics(all).map((topic, i) => [i + 1, topic, 3, "regular", null]),
    ),
    table(
      "users",
      ["id", "username", "created_at", "admin", "moderator"],
      people(all).map((who, i) => [i + 1, who, when(all[0]!.at), "f", "f"]),
    ),
  ].join("\n");
}

/** As Zulip's realm export has it. */
export function asZulip(all: readonly MessageInput[]): Files {
  return {
    "realm.json": JSON.stringify({
      zerver_realm: [{ id: 1 }],
      zerver_userprofile: people(all).map((who, i) => ({ id: i + 1, full_name: who, is_bot: false, role: 400 })),
      zerver_stream: [{ id: 5, name: all[0]!.space, invite_only: false }],
      zerver_recipient: [
        { id: 9, type: 2, type_id: 5 },
        { id: 10, type: 1, type_id: 1 },
      ],
    }),
    "messages-000001.json": JSON.stringify({
      zerver_message: [
        ...all.map(({ id, author, at, thread, text, answers }) => ({
          id: number(id),
          sender: people(all).indexOf(author) + 1,
          recipient: 9,
          subject: thread,
          content: answers ? `@**${all.find((one) => one.id === answers)!.author}** ${text}` : text,
          date_sent: at / 1000,
        })),
        {
          id: 999_999,
          sender: 1,
          recipient: 10,
          subject: "",
          content: "between two of us",
          date_sent: all[0]!.at / 1000,
        },
      ],
      zerver_usermessage: [{ message: 1, user_profile: 1 }],
    }),
  };
}

/** As Mailman keeps a list. */
export const asMbox = (all: readonly MessageInput[]): string =>
  all
    .map(({ id, author, at, thread, text, answers }) => {
      const address = `${author.replaceAll(" ", ".")}@example.org`;
      const sent = new Date(at).toUTCString().replace("GMT", "+0000");
      return [
        `From ${address} ${new Date(at).toUTCString().slice(0, 16)} 2024`,
        `Message-ID: <${id}@example.org>`,
        ...(answers ? [`In-Reply-To: <${answers}@example.org>`, `References: <${answers}@example.org>`] : []),
        `From: ${author} <${address}>`,
        `Date: ${sent}`,
        `Subject: ${answers ? "Re: " : ""}[list] ${thread}`,
        "Content-Type: text/plain; charset=utf-8",
        "",
        text,
        "",
        "",
      ].join("\n");
    })
    .join("");

export const prefixed = (folder: string, files: Files): Files =>
  Object.fromEntries(Object.entries(files).map(([path, text]) => [folder + path, text]));
