import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { reactionKinds } from "@/lib/reactions/kinds";
import { isZone } from "@/lib/text/zones";
import { features } from "./avatars/features";
import { findFaults, inOrder } from "./faults";

const text = z.string().trim().min(1);
const key = z.string().regex(/^[a-z]+(-[a-z]+)*$/);
const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const email = z.email().regex(/\.example$/, "demo addresses end in .example, which no mail server will ever accept");
const zone = text.refine(isZone, "unknown zone");
const day = z.int();
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const moment = z.strictObject({ day, at: clock });
const audience = z.union([z.enum(["everyone", "members"]), z.strictObject({ holders: z.array(key).min(1) })]);

const personFile = z.strictObject({
  name: text,
  email,
  place: text.optional(),
  zone: zone.optional(),
  languages: z.array(text).min(1).optional(),
  bio: text,
  voice: text.optional(),
  look: features,
});

const memberFile = personFile.extend({
  role: z.enum(["member", "representative", "manager", "owner"]).default("member"),
  employed: z.boolean().default(false),
  moderates: z.union([z.literal("community"), z.array(key).min(1)]).optional(),
  joined: moment,
});

const way = z.strictObject({ badge: key, how: text });

const space = z.strictObject({
  slug: key,
  name: text,
  purpose: text,
  read: audience,
  write: audience,
  door: z.enum(["listed", "hidden"]),
  entry: z.literal("request").optional(),
  /** Whether threads there are questions. */
  questions: z.boolean().default(false),
  ways: z.array(way).default([]),
});

const invitation = z.strictObject({
  from: key,
  by: z.enum(["email", "link"]),
  to: email.optional(),
  sent: moment,
  expires: day,
  used: z.array(key),
  note: text,
});

const request = moment.extend({ who: key, space: key.optional(), words: text });

const communityFile = z.strictObject({
  name: text,
  slug: key,
  tagline: text,
  purpose: text,
  tone: text.optional(),
  language: z.enum(["en", "de"]),
  zone,
  colour,
  founded: moment,
  joining: z.enum(["open", "request", "invitation"]),
  values: z.array(z.strictObject({ name: text, meaning: text })),
  spaces: z.array(space).min(1),
  invitations: z.array(invitation),
  requests: z.array(request),
});

const pollFile = z.strictObject({
  question: text,
  options: z.array(text).min(2),
  most: z.int().positive().default(1),
  ballot: z.enum(["open", "secret"]),
  results: z.enum(["always", "voted", "closed"]),
  /** `for` counts the options from 1. */
  votes: z.array(moment.extend({ by: key, for: z.array(z.int().positive()).min(1) })).default([]),
  /** By its author; without it, it stays open. */
  closed: moment.optional(),
});

const postFile = moment.extend({
  by: key,
  answers: z.int().positive().optional(),
  text,
  poll: pollFile.optional(),
});

const threadFile = z.strictObject({
  space: key,
  title: text,
  tags: z.array(text).max(5).default([]),
  /** In the order of time; `answers` is the number of an earlier one, counted from 1. */
  posts: z.array(postFile).min(1),
});

const nth = z.int().positive();
const act = moment.extend({ by: key });

/** What people did in a thread besides speaking. */
const lifeFile = z.strictObject({
  /** By the number of the post, who chose which; the moment follows from the post's. */
  reactions: z
    .record(z.string().regex(/^[1-9]\d*$/), z.partialRecord(z.enum(reactionKinds), z.array(key).min(1)))
    .default({}),
  answer: act.extend({ post: nth }).optional(),
  locked: act.extend({ why: text }).optional(),
  pinned: act.extend({ place: z.enum(["space", "front"]) }).optional(),
  watched: z.array(key).default([]),
  /** Who keeps which post. */
  kept: z.record(key, nth).default({}),
});

const grant = z.strictObject({
  to: z.union([key, z.array(key).min(1)]),
  number: z.int().positive().optional(),
  by: key,
  day,
  reason: text,
});

const badgeFile = z.strictObject({
  name: text,
  meaning: text,
  kind: z.enum(["early", "contribution", "recognition", "duty", "incentive"]),
  motif: z.enum(["moth", "key", "kettle", "hush", "lamp", "tag", "megaphone", "seed"]),
  colour,
  edition: z.int().positive().optional(),
  perks: z.array(text).default([]),
  grants: z.array(grant).default([]),
});

const brandFile = z.strictObject({
  name: text,
  slug: key,
  trade: text,
  place: text,
  colour,
  owners: z.array(key).min(1),
  about: text,
  products: z.array(z.strictObject({ name: text, about: text })),
});

const signInsFile = z.strictObject({
  visitor: key,
  member: key,
  insider: key,
  representative: key,
  manager: key,
  owner: key,
});

export type Moment = z.infer<typeof moment>;
export type Audience = z.infer<typeof audience>;
export type Space = z.infer<typeof space>;
export type Invitation = z.infer<typeof invitation> & { state: "open" | "used" | "expired" };
export type JoinRequest = z.infer<typeof request>;
export type Life = z.infer<typeof lifeFile>;
export type Thread = z.infer<typeof threadFile> & { key: string; life?: Life };
export type Grant = Omit<z.infer<typeof grant>, "to"> & { to: string };
export type Badge = Omit<z.infer<typeof badgeFile>, "grants"> & { key: string; grants: Grant[] };
export type Person = z.infer<typeof personFile> & { key: string; zone: string; languages: string[] };
export type Member = Pick<z.infer<typeof memberFile>, "role" | "employed" | "moderates" | "joined"> & {
  person: string;
  broughtBy?: { person: string; by: Invitation["by"] };
};
export type Community = Omit<z.infer<typeof communityFile>, "invitations"> & {
  key: string;
  rules: string;
  members: Member[];
  /** People with an account, described in this community's folder, who are no members of it. */
  outsiders: string[];
  invitations: Invitation[];
  /** What they say to each other. */
  threads: Thread[];
};
export type Brand = z.infer<typeof brandFile> & {
  key: string;
  terms: string;
  privacy: string;
  badges: Badge[];
  communities: Community[];
};
export type SignIns = z.infer<typeof signInsFile>;
export type World = { brands: Brand[]; people: Map<string, Person>; signIns: SignIns };

/** Read from the working folder: a bundled module no longer knows the folder it was written in. */
const HOME = () => join(/* turbopackIgnore: true */ process.cwd(), "lib", "demo", "world");

export function readWorld(dir: string = HOME()): World {
  const people = new Map<string, Person>();
  const brands = folders(dir).map((name) => readBrand(join(dir, name), people));
  const world = { brands, people, signIns: load(signInsFile, join(dir, "sign-ins.yaml")) };
  const faults = findFaults(world);
  if (faults.length > 0) throw new Error(`The demo world does not hold together:\n${faults.join("\n")}`);
  return world;
}

export function communityOf(world: World, slug: string): Community {
  const found = world.brands.flatMap((brand) => brand.communities).find((community) => community.slug === slug);
  if (!found) throw new Error(`No community "${slug}" in the demo world`);
  return found;
}

function readBrand(dir: string, people: Map<string, Person>): Brand {
  const badges = Object.entries(load(z.record(key, badgeFile), join(dir, "badges.yaml")));
  return {
    key: basename(dir),
    ...load(brandFile, join(dir, "brand.yaml")),
    terms: words(join(dir, "terms.md")),
    privacy: words(join(dir, "privacy.md")),
    badges: badges.map(([name, badge]) => ({ key: name, ...badge, grants: badge.grants.flatMap(oneEach) })),
    communities: folders(dir).map((name) => readCommunity(join(dir, name), people)),
  };
}

function oneEach(row: z.infer<typeof grant>): Grant[] {
  return [row.to].flat().map((to) => ({ ...row, to }));
}

function readCommunity(dir: string, people: Map<string, Person>): Community {
  const file = load(communityFile, join(dir, "community.yaml"));
  const meet = (name: string, { look, ...rest }: z.infer<typeof personFile>) => {
    if (people.has(name)) throw new Error(`${dir}: two people are called "${name}"`);
    const { email, bio, voice, place } = rest;
    const home = { zone: rest.zone ?? file.zone, languages: rest.languages ?? [file.language] };
    people.set(name, { key: name, name: rest.name, email, place, ...home, bio, voice, look });
    return name;
  };
  const members = yamlIn(join(dir, "people")).map((path) => {
    const name = basename(path, ".yaml");
    const member = load(memberFile, path);
    const { role, employed, moderates, joined } = member;
    const invited = file.invitations.find((row) => row.used.includes(name));
    const broughtBy = invited && { person: invited.from, by: invited.by };
    return { person: meet(name, member), role, employed, moderates, joined, broughtBy };
  });
  const invitations = file.invitations.map((row) => ({ ...row, state: stateOf(row) }));
  const outsiders = yamlIn(join(dir, "outsiders")).map((path) => meet(basename(path, ".yaml"), load(personFile, path)));
  const lives = load(z.record(text, lifeFile), join(dir, "life.yaml"));
  const threads = yamlIn(join(dir, "threads")).map((path) => {
    const name = basename(path, ".yaml");
    const { [name]: life } = lives;
    delete lives[name];
    return { key: name, ...load(threadFile, path), life };
  });
  const [lost] = Object.keys(lives);
  if (lost) throw new Error(`${dir}: life.yaml tells of a thread "${lost}" that is not there`);
  members.sort((a, b) => inOrder(a.joined, b.joined));
  return { key: basename(dir), ...file, rules: words(join(dir, "rules.md")), members, outsiders, invitations, threads };
}

/** A link stays open to others after somebody came by it; a letter is spent. */
function stateOf({ by, used, expires }: z.infer<typeof invitation>): Invitation["state"] {
  if (by === "email" && used.length > 0) return "used";
  if (expires > 0) return "open";
  return used.length > 0 ? "used" : "expired";
}

function load<T>(shape: z.ZodType<T>, path: string): T {
  const result = shape.safeParse(parse(readFileSync(path, "utf8")));
  if (!result.success) throw new Error(`${path}\n${z.prettifyError(result.error)}`);
  return result.data;
}

const words = (path: string) => readFileSync(path, "utf8");

function folders(dir: string): string[] {
  const found = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return found
    .map((entry) => entry.name)
    .filter((name) => !["people", "outsiders", "threads"].includes(name))
    .sort();
}

function yamlIn(dir: string): string[] {
  try {
    return readdirSync(dir)
      .filter((name) => name.endsWith(".yaml"))
      .sort()
      .map((name) => join(dir, name));
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw cause;
  }
}
