import type { Prepared, Window } from "../graph/window";
import { type Candidate, candidatesOf } from "../lexicon/candidates";
import { type Adoption, adoptionsOf } from "../lexicon/spread";
import { type Element, notEnough, nothing, tenths } from "../output";
import { Random } from "../random";
import type { Interaction } from "./interaction";

export interface Reference {
  /** How often, in a million words; undefined for a word that no table knows. */
  readonly commonness: (word: string) => number | undefined;
  /** Whether there is a table for the languages spoken here. */
  readonly known: boolean;
  /** Names of the brand's products, and their words. */
  readonly products: ReadonlySet<string>;
}

export interface Meaning {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly whereYouAre: number | null;
  readonly parts: Readonly<Record<string, number | null>>;
  readonly terms: readonly MeaningTerm[];
}

export interface MeaningTerm {
  readonly term: string;
  readonly users: number;
  readonly firstBy: number;
  /** Of those who said it before, how many more had talked with who took it up than with others like them; in points. */
  readonly spread: number | null;
  readonly post: number;
}

const fewestTerms = 15;
const fewestMembers = 20;
const fewestAdoptions = 20;
/** At this difference the words pass from person to person beyond doubt. */
const fullSpread = 0.12;
const shuffles = 20;
const resamples = 300;
const never: Meaning = { value: null, low: null, high: null, whereYouAre: null, parts: {}, terms: [] };

export function meaningOf(
  prepared: Prepared,
  window: Window,
  found: Interaction,
  reference: Reference,
  seed: number,
  inFull: boolean,
): Meaning {
  const members = [...found.group].sort((a, b) => a - b);
  if (members.length < 5 || (!inFull && members.length < fewestMembers)) return never;
  const terms = candidatesOf(prepared, window, found.group, reference);
  const adoptions = adoptionsOf(prepared, window, terms);
  const users = usersOf(prepared, window, terms, members);
  const share = users.length / members.length;
  const chance = shuffled(adoptions, seed);
  const spread = spreadOf(adoptions, () => 1) - chance;
  const factor = Math.min(1, Math.max(0, spread / fullSpread));
  const counted = adoptions.length >= fewestAdoptions;
  const parts = {
    usedBy: tenths(100 * share),
    spread: counted ? tenths(100 * factor) : null,
    met: counted ? tenths((100 * adoptions.reduce((sum, { met }) => sum + met, 0)) / adoptions.length) : null,
    expected: counted ? tenths(100 * mean(adoptions.map(({ others }) => mean(others)))) : null,
  };
  const shown = inFull ? described(terms, adoptions) : [];
  const whereYouAre = tenths(100 * share * (counted ? factor : 0) * Math.min(1, terms.length / fewestTerms));
  if (members.length < fewestMembers || terms.filter(({ ours }) => ours).length < fewestTerms || !counted)
    return { ...never, parts, whereYouAre, terms: shown };
  const value = 100 * share * factor;
  const [low, high] = inFull
    ? interval(adoptions, terms.length, members, new Set(users), chance, seed)
    : [value, value];
  return { value, low: Math.min(low, value), high: Math.max(high, value), whereYouAre, parts, terms: shown };
}

const mean = (all: readonly number[]) => all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length);

/** Who of the members used three of the words or more, in two weeks or more. */
function usersOf(
  { line }: Prepared,
  window: Window,
  terms: readonly Candidate[],
  members: readonly number[],
): number[] {
  const used = new Map(members.map((member) => [member, { terms: new Set<number>(), weeks: 0 }]));
  terms.forEach(({ posts, ours }, term) => {
    if (!ours) return;
    for (const post of posts) {
      const own = used.get(line.actor[post]!);
      if (!own) continue;
      own.terms.add(term);
      own.weeks |= 1 << Math.floor((line.day[post]! - window.from) / 7);
    }
  });
  return members.filter((member) => {
    const { terms, weeks } = used.get(member)!;
    return terms.size >= 3 && (weeks & (weeks - 1)) !== 0;
  });
}

/** The mean difference between those who took a word up and those like them who did not. */
function spreadOf(adoptions: readonly Adoption[], weight: (one: Adoption) => number): number {
  let sum = 0;
  let all = 0;
  for (const one of adoptions) {
    const its = weight(one);
    if (its === 0) continue;
    sum += its * (one.met - mean(one.others));
    all += its;
  }
  return all > 0 ? sum / all : 0;
}

/** The same when chance says who of them took it up. */
function shuffled(adoptions: readonly Adoption[], seed: number): number {
  const random = new Random(seed + 17);
  let sum = 0;
  for (let round = 0; round < shuffles; round++)
    sum += mean(
      adoptions.map(({ met, others }) => {
        const drawn = random.below(others.length + 1);
        const total = met + others.reduce((all, one) => all + one, 0);
        const taker = drawn === others.length ? met : others[drawn]!;
        return taker - (total - taker) / others.length;
      }),
    );
  return sum / shuffles;
}

/** Words and people are drawn again and again. */
function interval(
  adoptions: readonly Adoption[],
  terms: number,
  members: readonly number[],
  users: ReadonlySet<number>,
  chance: number,
  seed: number,
): [number, number] {
  const random = new Random(seed + 29);
  const people = [...new Set([...members, ...adoptions.map(({ member }) => member)])].sort((a, b) => a - b);
  const place = new Map(people.map((member, i) => [member, i]));
  const drawn: number[] = [];
  for (let round = 0; round < resamples; round++) {
    const ofTerm = draw(random, terms);
    const ofPerson = draw(random, people.length);
    let hits = 0;
    let all = 0;
    for (const member of members) {
      const weight = ofPerson[place.get(member)!]!;
      all += weight;
      if (users.has(member)) hits += weight;
    }
    const spread = spreadOf(adoptions, ({ term, member }) => ofTerm[term]! * ofPerson[place.get(member)!]!) - chance;
    drawn.push(100 * (all > 0 ? hits / all : 0) * Math.min(1, Math.max(0, spread / fullSpread)));
  }
  drawn.sort((a, b) => a - b);
  return [drawn[Math.floor(0.025 * (resamples - 1))]!, drawn[Math.ceil(0.975 * (resamples - 1))]!];
}

function draw(random: Random, size: number): Uint16Array {
  const weights = new Uint16Array(size);
  for (let i = 0; i < size; i++) weights[random.below(size)]! += 1;
  return weights;
}

function described(terms: readonly Candidate[], adoptions: readonly Adoption[]): MeaningTerm[] {
  const of = new Map<number, Adoption[]>();
  for (const one of adoptions) of.set(one.term, [...(of.get(one.term) ?? []), one]);
  return terms.flatMap(({ term, users, firstBy, posts, ours }, i) => {
    const own = of.get(i);
    if (!ours) return [];
    return { term, users, firstBy, post: posts[0]!, spread: own ? tenths(100 * spreadOf(own, () => 1)) : null };
  });
}

export function meaningElement(prepared: Prepared, meaning: Meaning, isEnough: boolean): Element {
  const evidence = isEnough
    ? meaning.terms.slice(0, 12).map(({ term, users, post }) => ({
        id: prepared.line.id(post),
        why: `says "${term}", as ${users} people here do`,
        ...spanOf(prepared, post, term),
      }))
    : [];
  const whereYouAre = isEnough ? meaning.whereYouAre : null;
  if (!isEnough || meaning.value === null)
    return nothing(notEnough, { parts: isEnough ? meaning.parts : {}, whereYouAre, provisional: true, evidence });
  return {
    value: tenths(meaning.value),
    low: tenths(meaning.low!),
    high: tenths(meaning.high!),
    reason: null,
    whereYouAre,
    parts: meaning.parts,
    provisional: true,
    evidence,
  };
}

/** Where in the text the words stand. */
function spanOf({ line }: Prepared, post: number, term: string): { span?: [number, number] } {
  const [first, second] = term.split(" ");
  for (let w = line.wordsFrom[post]!; w < line.wordsTo[post]!; w++) {
    const here = line.words.get(w);
    if (here < 0 || line.terms[here] !== first) continue;
    const next = w + 1 < line.wordsTo[post]! ? line.words.get(w + 1) : -1;
    if (second !== undefined && (next < 0 || line.terms[next] !== second)) continue;
    const last = second === undefined ? w : w + 1;
    return { span: [line.places.get(w), line.places.get(last) + line.terms[line.words.get(last)]!.length] };
  }
  return {};
}
