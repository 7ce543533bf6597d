import type { Answer, Instance } from "./http";
import { type Principal, principals } from "./principals";
import { allDoors } from "./surfaces";
import { never } from "./surfaces-doors";
import { everything as full } from "./thoroughness";

export interface Visit {
  readonly path: string;
  /** `page`, or what else was asked for at this address. */
  readonly as: string;
  readonly answer: Answer;
}

/**
 * Ways to ask for one address. A page holds its own data, and those of the second list answer like the first, so that
 * a fixed tenth is asked.
 */
const ways: Record<string, { method?: string; headers?: Record<string, string> }> = { page: {} };
const moreWays: typeof ways = {
  data: { headers: { rsc: "1" } },
  head: { method: "HEAD" },
  json: { headers: { accept: "application/json" } },
};

/** Whose pages are tried where not everybody's are. */
const someone: readonly Principal[] = ["member", "insider", "suspended", "unverified", "memberB"];

/** Addresses that other products have, where lists of everything like to be forgotten. */
const guesses = [
  "/feed",
  "/rss.xml",
  "/manifest.json",
  "/.well-known/security.txt",
  "/api",
  "/api/v1/communities",
  "/favicon.ico",
  `/${never.slug}`,
];

/** Addresses of what exists, whoever may know of it: somebody could have been told. */
export function addressesOf({ world }: Instance): string[] {
  const { a, people, target, draft } = world;
  const rows = Object.entries(allDoors).filter(([name]) => name.startsWith("GET "));
  const rooms = Object.values(a.rooms);
  const channels = [
    `community:${a.communityId}`,
    ...rooms.map(({ id }) => `space:${id}`),
    `person:${people.member}`,
    `person:${target}`,
  ];
  return [
    ...rows.map(([, { path }]) => path(world)),
    ...rooms.flatMap(({ slug }) => [
      `/${a.community}/spaces/${slug}`,
      `/${a.community}/spaces/${slug}/x`,
      `/${a.community}/manage/spaces/${slug}`,
    ]),
    ...(full ? principals : someone)
      .map((who) => people[who])
      .filter(Boolean)
      .flatMap((id) => ["members", "manage/people", "moderation/people"].map((of) => `/${a.community}/${of}/${id}`)),
    `/${a.asking}/manage/requests`,
    `/${a.asking}/join`,
    ...channels.map((channel) => `/api/realtime/catch-up?channel=${channel}&community=${a.communityId}&after=0`),
    ...rooms.map(({ slug }) => `/${a.community}/feed.xml?space=${slug}`),
    ...Object.values(a.talk).map(({ thread }) => `/${a.community}/card.png?thread=${thread.id}`),
    ...["small", "large", "original"].map((variant) => `/files/${draft}/${variant}`),
    ...guesses,
  ];
}

/** A thread once more, with one of its posts to answer or to quote in the form: said of each of them, and the same page. */
const sameAgain = /[?&](answer|quote)=/;

/** Everything somebody reaches: what exists, and what the pages they get link to. */
export async function crawl(instance: Instance, who: Principal, most = full ? 900 : 360): Promise<Visit[]> {
  const waiting = [...new Set(addressesOf(instance))];
  const known = new Set(waiting);
  const visits: Visit[] = [];
  for (let next = waiting.splice(0, 6); next.length > 0; next = waiting.splice(0, 6)) {
    const found = await Promise.all(next.map((path) => visit(instance, who, path)));
    visits.push(...found.flat());
    for (const { answer } of found.flat().filter(({ as }) => as === "page")) {
      for (const path of linksIn(answer).filter(
        (one) => !known.has(one) && known.size < most && (full || !sameAgain.test(one)),
      )) {
        known.add(path);
        waiting.push(path);
      }
    }
  }
  return visits;
}

let asked = 0;
const visit = async (instance: Instance, who: Principal, path: string): Promise<Visit[]> =>
  Promise.all(
    Object.entries(full || asked++ % 10 === 0 ? { ...ways, ...moreWays } : ways).map(async ([as, options]) => ({
      path,
      as,
      answer: await instance.ask(who, path, options),
    })),
  );

const linksIn = ({ text, headers }: Answer): string[] => {
  const links = [...text.matchAll(/(?:href|src|action)="(\/(?!\/|_next\/)[^"#]*)/g)].map(([, path]) => path!);
  const location = headers.get("location");
  return [...links, ...(location?.startsWith("/") ? [location] : [])].map((path) => path.replaceAll("&amp;", "&"));
};
