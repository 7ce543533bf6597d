import { hashOf } from "@/lib/scoring/activity/hash";
import type { ImportRecord, Records } from "../records";
import { Unreadable } from "../records";
import type { Source } from "../source/source";
import { linesOf } from "../text";
import type { Unread } from "../unread";
import { type Mail, mailOf } from "./mail";
import { whenOf } from "./when";

// Mailing lists: mails one after another, each behind a line that begins with "From ".

const separator = /^From \S.*\d{4}\s*$|^From \S+@\S+/;
/** Of one mail; what is beyond is attachments. */
const mostLines = 200_000;
const sameSubjectMs = 30 * 86_400_000;

export async function* mbox(source: Source, unread: Unread): Records {
  const threads = new Threads();
  let mails = 0;
  const wanted = (path: string) => source.single || /\.(mbox|mbx|txt|eml)$/i.test(path) || !/\.[a-z]{2,5}$/i.test(path);
  for await (const { path, bytes } of source.each(wanted)) {
    const space = path.replace(/\.(mbox|mbx|txt|eml)$/i, "");
    let gathered: string[] | undefined;
    let inside = 0;
    let blank = true;
    const take = function* (): Iterable<ImportRecord> {
      if (!gathered) return;
      mails += 1;
      inside += 1;
      yield* say(mailOf(gathered), space, `${path}, mail ${inside}`, threads, unread);
    };
    for await (const lines of linesOf(bytes, () => unread.note(path, "a line is far too long"), "bytes"))
      for (const raw of lines) {
        const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
        if (blank && separator.test(line)) {
          yield* take();
          gathered = [];
        } else if (gathered && gathered.length < mostLines) gathered.push(line.replace(/^>(>*From )/, "$1"));
        blank = line === "";
      }
    yield* take();
  }
  if (mails === 0) throw new Unreadable("there are no mails in it");
}

/** Threads are trees of references; where there are none, mails of one subject that answer within a month. */
class Threads {
  private readonly roots = new Map<string, string>();
  private readonly subjects = new Map<string, { root: string; at: number }>();

  rootOf(id: string, mail: Mail, at: number, space: string): string {
    const before = [...mail.references, ...(mail.answers ? [mail.answers] : [])];
    const known = before.find((one) => this.roots.has(one));
    const key = `${space}\n${mail.subject.toLowerCase()}`;
    const same = this.subjects.get(key);
    let root = known ? this.roots.get(known)! : before[0];
    if (root === undefined) root = same && Math.abs(at - same.at) <= sameSubjectMs ? same.root : id;
    this.roots.set(id, root);
    for (const one of before) if (!this.roots.has(one)) this.roots.set(one, root);
    if (mail.subject) this.subjects.set(key, { root, at });
    return root;
  }
}

function* say(mail: Mail, space: string, where: string, threads: Threads, unread: Unread): Iterable<ImportRecord> {
  const at = whenOf(mail.at);
  if (mail.address === undefined) return unread.note(where, "a mail without a sender");
  if (at === undefined) return unread.note(where, "a mail without a date that we can read");
  const id = mail.id ?? where;
  // Nobody's address is kept: a person is a number made of it.
  const author = `m${hashOf(mail.address).toString(36)}`;
  yield { kind: "member", id: author, ...(mail.name && !mail.name.includes("@") && { name: mail.name }) };
  yield {
    kind: "message",
    id,
    author,
    at,
    space,
    thread: threads.rootOf(id, mail, at, space),
    text: mail.body,
    ...(mail.subject && { title: mail.subject }),
    ...(mail.answers !== undefined && { answers: mail.answers }),
  };
}
