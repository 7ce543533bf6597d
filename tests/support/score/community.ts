import type { MessageInput } from "@/lib/scoring/input";
import { Random } from "@/lib/scoring/random";

// Invented communities of which it is known what they are.

export const communityKinds = ["tight", "help-desk", "broadcast", "beginners", "brand-run"] as const;
export type CommunityKind = (typeof communityKinds)[number];

export interface Shape {
  readonly seed?: number;
  readonly weeks?: number;
  readonly people?: number;
  /** Whether the file says who answers whom. */
  readonly told?: boolean;
}

const day = 86_400_000;
/** A Monday. */
export const begins = Date.UTC(2024, 0, 1);
const ordinary =
  "we were thinking about the weather and the long road home when somebody asked where to find a good place for dinner before the show starts tomorrow night because everybody else had already gone away with their friends and nobody knew what to say about it".split(
    " ",
  );
/** Coinages: no table of general words has them. */
const coinages = Array.from(
  { length: 60 },
  (_, i) =>
    `${"brovelukanizetormipa".slice(i % 9, (i % 9) + 5)}${"qua xor mel dut fen".split(" ")[i % 5]}${String.fromCharCode(97 + (i % 26))}`,
);

class World {
  readonly messages: MessageInput[] = [];
  readonly random: Random;
  private readonly known = new Map<string, Set<string>>();

  constructor(
    readonly told: boolean,
    seed: number,
  ) {
    this.random = new Random(seed);
  }

  say(
    author: string,
    at: number,
    thread: string,
    answers?: MessageInput,
    more: Partial<MessageInput> = {},
  ): MessageInput {
    const words = Array.from(
      { length: 8 + this.random.below(14) },
      () => ordinary[this.random.below(ordinary.length)]!,
    );
    const mine = this.known.get(author);
    if (mine && mine.size > 0 && this.random.next() < 0.5) words.splice(3, 0, [...mine][this.random.below(mine.size)]!);
    const message: MessageInput = {
      kind: "message",
      id: `p${this.messages.length + 1}`,
      author,
      at,
      space: "square",
      thread,
      text: words.join(" "),
      ...(answers && this.told && { answers: answers.id }),
      ...more,
    };
    this.messages.push(message);
    return message;
  }

  teach(author: string, word: string) {
    const mine = this.known.get(author) ?? new Set();
    mine.add(word);
    this.known.set(author, mine);
  }

  /** Who talks with somebody may take up a word of theirs. */
  talked(a: string, b: string) {
    for (const [one, other] of [
      [a, b],
      [b, a],
    ] as const)
      for (const word of this.known.get(other) ?? []) if (this.random.next() < 0.04) this.teach(one, word);
  }

  pick<T>(from: readonly T[]): T {
    return from[this.random.below(from.length)]!;
  }
}

export function community(
  kind: CommunityKind,
  { seed = 1, weeks = 16, people = 60, told = true }: Shape = {},
): MessageInput[] {
  const world = new World(told, seed);
  const names = Array.from({ length: people }, (_, i) => `person ${i + 1}`);
  for (let d = 0; d < weeks * 7; d++) acts[kind](world, d, names);
  return world.messages.sort((a, b) => a.at - b.at);
}

const moment = (world: World, d: number, minutes: number) =>
  begins + d * day + 8 * 3_600_000 + Math.floor((minutes + world.random.next()) * 60_000);

const acts: Record<CommunityKind, (world: World, d: number, names: readonly string[]) => void> = {
  /** Circles of friends who talk every other day, and projects to which people come back. */
  tight(world, d, names) {
    if (d === 0) for (const [i, word] of coinages.entries()) world.teach(names[(i * 7) % names.length]!, word);
    const circle = 6;
    for (let from = 0; from < names.length; from += circle) {
      const own = names.slice(from, from + circle + 2);
      for (let talk = 0; talk < 2; talk++) {
        const [a, b] = [world.pick(own), world.pick(own)];
        if (a === b) continue;
        const thread = `circle ${from} ${Math.floor(d / 6)}`;
        let last = world.say(a, moment(world, d, from * 7 + talk * 60), thread);
        for (let turn = 1; turn < 4; turn++)
          last = world.say(turn % 2 ? b : a, moment(world, d, from * 7 + talk * 60 + turn * 4), thread, last);
        world.talked(a, b);
      }
    }
  },
  "help-desk"(world, d) {
    for (let ticket = 0; ticket < 8; ticket++) {
      const asker = `asker ${d}-${ticket}`;
      const thread = `ticket ${d}-${ticket}`;
      const question = world.say(asker, moment(world, d, ticket * 60), thread);
      const answer = world.say(`desk ${world.random.below(5)}`, moment(world, d, ticket * 60 + 9), thread, question);
      world.say(asker, moment(world, d, ticket * 60 + 20), thread, answer);
    }
  },
  broadcast(world, d, names) {
    const news = world.say("voice", moment(world, d, 0), `news ${d}`);
    for (let i = 0; i < 12; i++) world.say(world.pick(names), moment(world, d, 10 + i * 9), `news ${d}`, news);
  },
  /** Everybody is there for a fortnight; three old hands answer. */
  beginners(world, d) {
    for (let i = 0; i < 7; i++) {
      const who = `newcomer ${Math.floor(d / 14)}-${world.random.below(20)}`;
      const thread = `question ${d}-${i}`;
      const question = world.say(who, moment(world, d, i * 70), thread);
      const answer = world.say(`old hand ${world.random.below(3)}`, moment(world, d, i * 70 + 11), thread, question);
      if (world.random.next() < 0.6) world.say(who, moment(world, d, i * 70 + 25), thread, answer);
    }
  },
  "brand-run"(world, d, names) {
    for (let i = 0; i < 6; i++) {
      const thread = `topic ${d}-${i}`;
      const staff = { role: "staff" as const };
      const opened = world.say(`brand ${i % 2}`, moment(world, d, i * 80), thread, undefined, staff);
      const who = world.pick(names);
      const asked = world.say(who, moment(world, d, i * 80 + 8), thread, opened);
      const answer = world.say(`brand ${i % 2}`, moment(world, d, i * 80 + 16), thread, asked, staff);
      world.say(who, moment(world, d, i * 80 + 30), thread, answer);
    }
  },
};
