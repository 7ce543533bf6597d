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
};

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
}
