import type { Why } from "@/db/schema";
import { hostsIn, onlyLinks, under } from "./links";
import { saidOf } from "./words";

// Its own file because it is pure: what the rules of a community say of a text. It knows no database and no clock.

export type { Why };

export interface Rules {
  /** How many posts of somebody new are looked at first. */
  readonly firstPosts: number;
  readonly heldWords: readonly string[];
  readonly refusedWords: readonly string[];
  /** How many links somebody new may post at once; null for any number. */
  readonly newcomerLinks: number | null;
  readonly refusedDomains: readonly string[];
  readonly allowedDomains: readonly string[];
  readonly spamChecks: boolean;
}

/** What the database counted about who sends it. */
export interface Facts {
  /** Posts of theirs that stand here. */
  readonly posts: number;
  /** Within the last hour, the same text: of themselves, and how many others who are new. */
  readonly repeated: boolean;
  readonly others: number;
}

export interface Sent {
  /** Everything that is typed: title, text, poll, tags. See `wordsOf`. */
  readonly words: string;
  readonly html: string;
  /** How many people it speaks to by name. */
  readonly mentions: number;
}

/** Somebody is new until so many of their posts stand, or as many as are looked at first. */
export const newUntil = 3;
/** The third newcomer with one text is one too many. */
export const crowd = 2;
/** Nobody new here knows more people to speak to. */
export const mentionsOfNewcomers = 5;

/** As many words are named as reasons. */
const mostNamed = 5;

export const isNew = (rules: Pick<Rules, "firstPosts">, posts: number) => posts < Math.max(rules.firstPosts, newUntil);

/** What is never allowed here, if the text has any of it. */
export function notAllowed(rules: Rules, { words, html }: Pick<Sent, "words" | "html">) {
  const [word] = saidOf(rules.refusedWords, words);
  if (word) return { word };
  const domain = hostsIn(html).flatMap((host) => under(host, rules.refusedDomains) ?? [])[0];
  return domain ? { domain } : undefined;
}

/** Links that count: those to places that are always allowed do not. */
export const countedLinks = (rules: Pick<Rules, "allowedDomains">, html: string): number =>
  hostsIn(html).filter((host) => !under(host, rules.allowedDomains)).length;

/** Every reason for which a moderator looks at it first; none, and it stands at once. */
export function whyHeld(facts: Facts, rules: Rules, { words, html, mentions }: Sent): Why[] {
  const fresh = isNew(rules, facts.posts);
  const why: Why[] = [];
  if (facts.posts < rules.firstPosts) why.push({ reason: "newcomer" });
  for (const word of saidOf(rules.heldWords, words).slice(0, mostNamed)) why.push({ reason: "word", word });
  const links = countedLinks(rules, html);
  if (fresh && rules.newcomerLinks !== null && links > rules.newcomerLinks) why.push({ reason: "link", links });
  if (!rules.spamChecks) return why;
  if (facts.repeated) why.push({ reason: "spam", sign: "repeated" });
  if (fresh && facts.others >= crowd) why.push({ reason: "spam", sign: "crowd" });
  if (facts.posts === 0 && links > 0 && onlyLinks(html)) why.push({ reason: "spam", sign: "onlyLink" });
  if (fresh && mentions > mentionsOfNewcomers) why.push({ reason: "spam", sign: "mentions" });
  return why;
}

/** What an edit brings in that would not have stood at once; what stood there before is no fault of the edit. */
export function notByEdit(facts: Pick<Facts, "posts">, rules: Rules, before: Pick<Sent, "words" | "html">, now: Sent) {
  const listed = [...rules.refusedWords, ...rules.heldWords];
  const known = new Set(saidOf(listed, before.words));
  const word = saidOf(listed, now.words).find((one) => !known.has(one));
  if (word) return { word };
  const linked = new Set(hostsIn(before.html));
  const domain = hostsIn(now.html).flatMap((host) =>
    linked.has(host) ? [] : (under(host, rules.refusedDomains) ?? []),
  )[0];
  if (domain) return { domain };
  const [had, has] = [countedLinks(rules, before.html), countedLinks(rules, now.html)];
  // Somebody whose posts are looked at first would otherwise link where nobody looked.
  const looked = rules.firstPosts > 0 && facts.posts <= rules.firstPosts;
  const most = looked ? had : isNew(rules, facts.posts) ? rules.newcomerLinks : null;
  if (most !== null && has > had && has > most) return { links: true as const };
  return undefined;
}
