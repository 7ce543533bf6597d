import { isOffer } from "../incentives/offers";
import type { Activity, DecisionInput, MemberInput, MembershipInput, MessageInput, ReactionInput } from "../input";
import { bytes, doubles, integers, Names, shorts } from "./columns";
import { hashOf } from "./hash";
import { Vocabulary, writeWords } from "./vocabulary";

export const kinds = { member: 0, moderator: 0, staff: 1, bot: 2, left: 3 } as const;

/** Takes activity in any order and keeps counts of it: of a text its words as numbers, never the text. */
export class Collector {
  readonly actors = new Names();
  readonly threads = new Names();
  readonly spaces = new Names();
  /** Every message that is there or spoken of. */
  readonly ids = new Names();
  readonly terms = new Vocabulary();

  readonly at = doubles();
  readonly actor = integers();
  readonly thread = integers();
  readonly space = integers();
  readonly id = integers();
  readonly answers = integers();
  readonly hash = doubles();
  readonly offer = bytes();
  /** Where its words begin in `words`; they end where the next one's begin. */
  readonly wordsFrom = integers();
  readonly words = integers();
  readonly places = shorts();

  readonly kindOf: number[] = [];
  readonly nameOf = new Map<string, number>();
  readonly addressed = new Map<number, number[]>();
  readonly addressedNames = new Map<number, string[]>();
  readonly refs = new Map<number, string[]>();
  readonly closedSpaces = new Set<number>();
  readonly memberships: { actor: number; group: string; from: number; to: number; bought: boolean }[] = [];
  readonly decisions: DecisionInput[] = [];
  readonly quoted = new Map<number, number[]>();
  reactions = 0;
  readonly repeated = { messages: 0 };
  private readonly seen: Uint8Array[] = [];

  add(one: Activity) {
    if (one.kind === "message") this.message(one);
    else if (one.kind === "member") this.member(one);
    else if (one.kind === "reaction") this.reaction(one);
    else if (one.kind === "membership") this.membership(one);
    else this.decisions.push(one);
  }

  private message(one: MessageInput) {
    const id = this.ids.of(one.id);
    if (this.wasSeen(id)) {
      this.repeated.messages += 1;
      return;
    }
    const post = this.at.length;
    const actor = this.person(one.author);
    if (one.role) this.mark(actor, kinds[one.role]);
    const space = this.spaces.of(one.space ?? "");
    if (one.open === false) this.closedSpaces.add(space);
    this.at.push(one.at);
    this.actor.push(actor);
    this.space.push(space);
    // A thread of the same name in another space is another thread.
    this.thread.push(one.thread === undefined ? -1 - space : this.threads.of(`${space} ${one.thread}`));
    this.id.push(id);
    this.answers.push(one.answers === undefined ? -1 : this.ids.of(one.answers));
    this.hash.push(one.text === "" ? 0 : hashOf(one.text));
    this.offer.push(isOffer(one.text) ? 1 : 0);
    this.wordsFrom.push(this.words.length);
    writeWords(one.text, this.terms, this.words, this.places);
    if (one.mentions?.length)
      this.addressed.set(
        post,
        [...new Set(one.mentions)].slice(0, 20).map((who) => this.person(who)),
      );
    if (one.mentionedNames?.length) this.addressedNames.set(post, [...new Set(one.mentionedNames)].slice(0, 20));
    if (one.quotes?.length)
      this.quoted.set(
        post,
        one.quotes.slice(0, 20).map((quote) => this.ids.of(quote)),
      );
    if (one.refs?.length) this.refs.set(post, one.refs.slice(0, 20));
  }

  private member(one: MemberInput) {
    const actor = this.person(one.id);
    if (one.name) this.nameOf.set(one.name.toLowerCase(), actor);
    if (one.role) this.mark(actor, kinds[one.role]);
    if (one.left) this.mark(actor, kinds.left);
  }

  private reaction(_: ReactionInput) {
    this.reactions += 1;
  }

  private membership(one: MembershipInput) {
    const { group, from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY, bought = false } = one;
    this.memberships.push({ actor: this.person(one.member), group, from, to, bought });
  }

  private person(name: string): number {
    const actor = this.actors.of(name);
    this.kindOf[actor] ??= kinds.member;
    return actor;
  }

  /** Staff once is staff: what is stronger stays. */
  private mark(actor: number, kind: number) {
    this.kindOf[actor] = Math.max(this.kindOf[actor]!, kind);
  }

  private wasSeen(id: number): boolean {
    const chunk = id >>> 16;
    while (this.seen.length <= chunk) this.seen.push(new Uint8Array(65_536));
    const before = this.seen[chunk]![id & 65_535]!;
    this.seen[chunk]![id & 65_535] = 1;
    return before === 1;
  }
}
