import type { ImportedMember, ImportedMessage, ImportRecord } from "@/lib/import/records";
import { longestPost } from "@/lib/posts/input";
import { type DayOf, daysIn, isoDay } from "@/lib/scoring/activity/days";
import type { ReactionInput, Role } from "@/lib/scoring/input";
import { longestTitle } from "@/lib/threads/input";
import { type Found, type FoundSpace, mostSpaces, reactionOf } from "./found";
import { idOf, type Origin } from "./ids";

// Its own file because it is pure: what an export says, as the rows that it becomes here.

const day = 86_400_000;

/** Somebody of the other place. */
export interface Somebody {
  readonly id: string;
  readonly there: string;
  name?: string;
  email?: string;
  role: Role;
  messages: number;
  /** Milliseconds since 1970. */
  since: number;
  left: boolean;
}

/** A message or a reaction, as it waits to be written. */
export interface Item {
  readonly n: number;
  readonly kind: "message" | "reaction";
  readonly postId: string;
  readonly threadId?: string;
  readonly personId: string;
  readonly space: string;
  readonly title?: string;
  readonly flows?: boolean;
  readonly answersId?: string;
  readonly at?: string;
  readonly text: string;
}

/** Hears an export from its beginning to its end, and counts. */
export class Finding {
  readonly facts: Omit<Found, "people" | "unread">;
  readonly everybody = new Map<string, Somebody>();
  /** In too many spaces, or at a time that has not come. */
  unplaced = 0;
  private readonly spaces = new Map<string, FoundSpace>();
  private readonly dayOf: DayOf;
  private readonly latest = Date.now() + day;
  private n = 0;

  constructor(
    private readonly place: Origin & { readonly zone: string },
    format: Found["format"],
  ) {
    this.dayOf = daysIn(place.zone);
    const none = { messages: 0, byBots: 0, reactions: 0, otherReactions: 0, withoutWords: 0, cut: 0, twice: 0 };
    this.facts = { format, ...none, decisions: 0, standings: 0, from: null, to: null, spaces: [] };
  }

  /** What of it becomes a row. */
  hear(record: ImportRecord): Item | undefined {
    if (record.kind === "message") return this.message(record);
    if (record.kind === "reaction") return this.reaction(record);
    if (record.kind === "member") this.member(record);
    else if (record.kind === "decision") this.facts.decisions += 1;
    else if (record.kind === "membership") this.facts.standings += 1;
    return undefined;
  }

  private somebody(there: string, at: number): Somebody {
    const before = this.everybody.get(there);
    if (before) {
      before.since = Math.min(before.since, at);
      return before;
    }
    const fresh: Somebody = {
      id: idOf(this.place, "person", there),
      there,
      role: "member",
      messages: 0,
      since: at,
      left: false,
    };
    this.everybody.set(there, fresh);
    return fresh;
  }

  private member({ id, name, email, role, joinedAt, left }: ImportedMember) {
    const one = this.somebody(id, joinedAt ?? Date.now());
    one.name ??= name;
    one.email ??= email;
    if (role) one.role = role;
    if (left) one.left = true;
  }

  private message(message: ImportedMessage): Item | undefined {
    const { id, at, author, role, space: name = "", thread, answers, title } = message;
    if (at > this.latest || at < 0) return this.lose();
    const space = this.space(name, message.open !== false);
    if (!space) return this.lose();
    const one = this.somebody(author, at);
    if (role && role !== "member") one.role = role;
    const words = (message.said ?? message.text).trim();
    if (words === "") {
      this.facts.withoutWords += 1;
      return undefined;
    }
    if (words.length > longestPost) this.facts.cut += 1;
    one.messages += 1;
    space.messages += 1;
    this.facts.messages += 1;
    if (one.role === "bot") this.facts.byBots += 1;
    const iso = new Date(at).toISOString();
    if (this.facts.from === null || iso < this.facts.from) this.facts.from = iso;
    if (this.facts.to === null || iso > this.facts.to) this.facts.to = iso;
    const flows = thread === undefined;
    const flow = flows ? isoDay(this.dayOf(at)) : "";
    const called = title ?? (flows ? flow : titleIn(thread));
    return {
      n: ++this.n,
      kind: "message",
      postId: idOf(this.place, "post", id),
      threadId: idOf(this.place, "thread", `${name}\n${flows ? `day ${flow}` : thread}`),
      personId: one.id,
      space: name,
      flows,
      at: iso,
      text: words.slice(0, longestPost),
      ...(called && { title: called.replaceAll("\0", "").trim().slice(0, longestTitle) }),
      ...(answers !== undefined && { answersId: idOf(this.place, "post", answers) }),
    };
  }

  private reaction({ message, member, what, at }: ReactionInput): Item | undefined {
    const kind = reactionOf(what);
    if (!kind) {
      this.facts.otherReactions += 1;
      return undefined;
    }
    this.facts.reactions += 1;
    return {
      n: ++this.n,
      kind: "reaction",
      postId: idOf(this.place, "post", message),
      personId: this.somebody(member, at ?? Date.now()).id,
      space: "",
      text: kind,
      ...(at !== undefined && at <= this.latest && { at: new Date(at).toISOString() }),
    };
  }

  private lose(): undefined {
    this.unplaced += 1;
    return undefined;
  }

  private space(name: string, open: boolean): FoundSpace | undefined {
    const before = this.spaces.get(name);
    if (before) {
      before.open &&= open;
      return before;
    }
    if (this.spaces.size >= mostSpaces) return undefined;
    const fresh = { space: name, messages: 0, open };
    this.spaces.set(name, fresh);
    this.facts.spaces.push(fresh);
    return fresh;
  }
}

/** The other place's thread has a name of its own where it is called by words, and none where it is a number. */
const titleIn = (thread: string): string | undefined =>
  /\p{L}{2,}/u.test(thread) && /[\p{L}\s]{3,}/u.test(thread) ? thread : undefined;
