/** What the commands of `seed.ts` make, and what the rows then expect to see. Names say which page they can be on. */
export const world = {
  community: "bench-orchard",
  communityName: "The Measured Orchard",
  purpose: "Where every answer is weighed before it is believed.",
  members: 1000,
  spaces: 20,
  /** Open to holders of a badge that nobody but its maker could give; its door is what everybody else sees. */
  insider: "bench-cellar",
  insiderName: "The Weighed Cellar",
  insiderPurpose: "A room whose door is asked for and never opened.",
  password: "weighed and found right",
  /** As many as sign in, and as many as read. */
  signers: 20,
  readers: 230,
  /** At scale 1, in the open spaces; each with as many posts. */
  threads: 2_000,
  postsEach: 25,
  /** One thread that is read far down. */
  longThread: 1_200,
};

/** Stands in one thread of a hundred, and in every second post. */
export const rareWord = "quillfern";
export const commonWord = "windfall";

/** What post `n` of thread `t` says: sentences of a small vocabulary, the same in every run. */
export function says(t: number, n: number): string {
  const words = Array.from(
    { length: 48 },
    (_, at) => vocabulary[(t * 31 + n * 17 + at * at * 7 + at) % vocabulary.length]!,
  );
  const sentences = Array.from({ length: 6 }, (_, at) => `${words.slice(at * 8, at * 8 + 8).join(" ")}.`);
  return [
    `Post ${n} of row ${t}.`,
    ...sentences,
    n % 2 === 0 ? `A ${commonWord} again.` : "",
    t % 100 === 7 && n === 1 ? `And a ${rareWord}.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const vocabulary =
  `apple pear plum quince ladder basket branch blossom graft root stem leaf rain frost sun wind bee wasp moth hedge
  gate path wheel barrow spade fork knife twine crate cellar press juice cider jam jelly stone skin core seed sapling
  trunk bark moss lichen early late sweet sour ripe green red gold windless heavy light slow quick old new left right`
    .split(/\s+/)
    .filter(Boolean);

export const titleOf = (t: number) => `Row ${t}, and what grows in it`;
export const memberName = (n: number) => `Member ${String(n).padStart(4, "0")}`;
export const memberEmail = (n: number) => `member-${n}@orchard.example`;
export const spaceSlug = (n: number) => `bed-${String(n).padStart(2, "0")}`;
export const spaceName = (n: number) => `Bed ${String(n).padStart(2, "0")}`;

/** What the seed hands to the rows. */
export interface Seeded {
  /** Cookies of members who are signed in. */
  sessions: string[];
  /** Who can sign in with the password, each with the secret of a browser that has been here before. */
  signers: { email: string; browser: string }[];
  /** The threads, by their number; the last is the long one. */
  threads: { id: string; title: string }[];
  /** Where who listens does so: the space of the first thread. */
  listening: { communityId: string; spaceId: string };
  /** Seconds that their posts took to be written down, and then to be drawn and made to be found. */
  written: number;
  understood: number;
}
