import type { CommunityAccess } from "@/lib/access/gate";
import {
  openLexicon,
  openLexiconInside,
  openLoreToRemove,
  openTerm,
  openTermToTell,
  openTermToVote,
} from "@/lib/access/gate-lexicon";
import { may } from "@/lib/access/policy";
import type { LexiconInsideAccess, TermAccess } from "@/lib/access/proofs";
import { refuse } from "@/lib/errors";
import { removeLore, voteOnTerm, writeLore } from "@/lib/lexicon/commands";
import { termsInPosts } from "@/lib/lexicon/in-posts";
import { candidateTerms, confirmedTerms, ritualsHere, termHere, usesHere, wordingsOf } from "@/lib/lexicon/queries";
import { readersOf } from "@/lib/lexicon/readers";
import { paths } from "@/lib/paths";
import * as who from "./principals";
import { newKey } from "./principals-make";
import type { World } from "./principals-world";
import { act, type Cell, type Row, type Rows } from "./surfaces-acts";
import { type DoorRow, type DoorRows, never } from "./surfaces-doors";

/** Members; neither who leads, nor whom the brand pays. */
const members = who.without(who.takingPart, "manager", "owner", "ownerApart", "employed");

const inside = async (access: CommunityAccess) => openLexiconInside(openLexicon(access));
const term = async (access: CommunityAccess, { w }: Cell, which: "members" | "inside" = "members") =>
  openTerm(await inside(access), w.a.words[which]);
const reading = (run: (access: LexiconInsideAccess) => unknown) =>
  act("LexiconInsideAccess", who.readingMembers, async (access) => run(await inside(access)), { hidden: true });
const ofTerm = (run: (access: TermAccess) => unknown) =>
  act("TermAccess", who.readingMembers, async (access, cell) => run(await term(access, cell)), { hidden: true });
const sentence = (allowed: who.Who, says: (access: CommunityAccess) => boolean): Row =>
  act("CommunityAccess", allowed, (access) => {
    if (!says(access)) throw refuse.forbidden();
  });

export const lexiconActs: Rows = {
  "policy.readLexicon": sentence(who.readingMembers, ({ standing }) =>
    may.readLexicon(standing, { pulseShown: "members" }),
  ),
  "policy.readLexicon that everybody is shown": sentence(who.everyone, ({ standing }) =>
    may.readLexicon(standing, { pulseShown: "everyone" }),
  ),
  "policy.voteOnTerm": sentence(members, ({ standing }) => may.voteOnTerm(standing)),
  "policy.writeLore": sentence(members, ({ standing }) => may.writeLore(standing)),
  "gate-lexicon.openLexicon": act("CommunityAccess", who.readingMembers, openLexicon, { hidden: true }),
  "gate-lexicon.openLexiconInside": act("LexiconAccess", who.readingMembers, inside, { hidden: true }),
  "gate-lexicon.openTerm": act("LexiconInsideAccess", who.readingMembers, (access, cell) => term(access, cell), {
    hidden: true,
  }),
  "gate-lexicon.openTerm said inside": act(
    "LexiconInsideAccess",
    who.leading,
    (access, cell) => term(access, cell, "inside"),
    { hidden: true },
  ),
  "gate-lexicon.openTermToVote": act("TermAccess", members, async (access, cell) =>
    openTermToVote(await term(access, cell)),
  ),
  "gate-lexicon.openTermToTell": act("TermAccess", members, async (access, cell) =>
    openTermToTell(await term(access, cell)),
  ),
  "gate-lexicon.openLoreToRemove": act(
    "TermAccess",
    who.reporting,
    async (access, cell) => openLoreToRemove(await term(access, cell)),
    { hidden: true },
  ),
  "lexicon/queries.confirmedTerms": reading(confirmedTerms),
  "lexicon/queries.candidateTerms": reading(candidateTerms),
  "lexicon/queries.ritualsHere": reading(ritualsHere),
  "lexicon/queries.termHere": ofTerm(termHere),
  "lexicon/queries.usesHere": ofTerm(usesHere),
  "lexicon/queries.wordingsOf": ofTerm(wordingsOf),
  "lexicon/in-posts.termsInPosts": act(
    "LexiconAccess",
    who.readingMembers,
    (access) => termsInPosts(openLexicon(access)),
    { hidden: true },
  ),
  "lexicon/readers.readersOf": ofTerm(readersOf),
  "lexicon/commands.voteOnTerm": act("TermVoteAccess", members, async (access, cell) =>
    voteOnTerm(openTermToVote(await term(access, cell)), { says: "not ours" }, cell.more),
  ),
  "lexicon/commands.writeLore": act("LoreWriteAccess", members, async (access, cell) =>
    writeLore(openTermToTell(await term(access, cell)), { text: "It began at dusk.", revision: 4 }, cell.more),
  ),
  "lexicon/commands.removeLore": act(
    "LoreRemovalAccess",
    who.reporting,
    async (access, cell) => {
      const found = openLoreToRemove(await term(access, cell));
      await removeLore(found, { version: 2, why: "It names somebody." }, newKey());
      return removeLore(found, { version: 3, why: "So does this." }, cell.more);
    },
    { hidden: true },
  ),
};

const page = (
  part: "lore" | "history" | undefined,
  allowed: who.Who,
  which: "members" | "inside" = "members",
): DoorRow => ({
  path: (w) => paths.term(w.a.community, w.a.words[which], part),
  never: (w) => paths.term(w.a.community, never.id, part),
  who: allowed,
  else: [404],
});

export const lexiconPages: DoorRows = {
  "GET /[community]/lexicon": { path: (w) => paths.lexicon(w.a.community), who: who.readingMembers, else: [404] },
  "GET /[community]/lexicon/[term]": page(undefined, who.readingMembers),
  "GET /[community]/lexicon/[term] said inside": page(undefined, who.leading, "inside"),
  "GET /[community]/lexicon/[term]/lore": page("lore", members),
  "GET /[community]/lexicon/[term]/history": page("history", who.readingMembers),
  "GET /[community]/lexicon/[term]/history said inside": page("history", who.leading, "inside"),
};

const form = (name: string, allowed: who.Who, typed: (w: World) => Record<string, string>): DoorRow => ({
  path: (w) => `/${w.a.community}/do/${name}`,
  who: allowed,
  else: [403, 404],
  form: (w) => ({ term: w.a.words.members, ...typed(w) }),
});

export const lexiconForms: DoorRows = {
  "POST /[community]/do/vote-on-term": form("vote-on-term", members, () => ({ says: "not ours" })),
  "POST /[community]/do/write-lore": form("write-lore", members, () => ({ text: "It began at dusk.", revision: "4" })),
  "POST /[community]/do/remove-lore": form("remove-lore", who.reporting, () => ({
    version: "3",
    why: "It names somebody.",
  })),
};
