import { randomUUID } from "node:crypto";
import { doing, paths } from "@/lib/paths";
import type { Answer, Asking } from "./load";
import { commonWord, memberName, rareWord, type Seeded, says, spaceName, world } from "./world";

const shows = ({ status, text }: Answer, ...texts: string[]) =>
  status === 200 && texts.every((wanted) => text.includes(wanted));

/** The lines of the table. Each looks for words that no other page, and no other reader's page, has. */
export function rowsOf({ sessions, signers, threads }: Seeded, origin: string): Asking[] {
  const long = threads.at(-1)!;
  const short = (n: number) => n % (threads.length - 1);
  const deep = Math.ceil(world.longThread / 2 / 20);
  const shownOn = (page: number) => says(threads.length - 1, (page - 1) * 20 + 1).slice(0, 60);
  const asMember = (path: string) => (n: number) => ({
    path,
    headers: { cookie: `kindling=${sessions[n % sessions.length]}` },
  });
  const reader = (n: number) => memberName(1 + (n % sessions.length));
  const { community } = world;
  return [
    {
      name: "sign-in",
      ask: (n) => {
        const { email, browser } = signers[n % signers.length]!;
        const body = new URLSearchParams({ key: randomUUID(), email, password: world.password, next: "/" }).toString();
        const headers = {
          origin,
          "content-type": "application/x-www-form-urlencoded",
          cookie: `kindling-browser=${browser}`,
        };
        return { path: doing.account("sign-in"), method: "POST", headers, body };
      },
      right: ({ status, headers }) =>
        status === 303 && [headers["set-cookie"]].flat().some((cookie) => /^kindling=[\w-]{20,}/.test(cookie ?? "")),
    },
    {
      name: "front page visitor",
      ask: () => ({ path: paths.community(community) }),
      right: (answer) => shows(answer, world.purpose, paths.signIn(paths.community(community))),
    },
    {
      name: "front page member",
      ask: asMember(paths.community(community)),
      right: (answer, n) => shows(answer, world.communityName, reader(n)),
    },
    {
      name: "space list",
      ask: asMember(paths.spaces(community)),
      right: (answer, n) => shows(answer, spaceName(3), spaceName(world.spaces - 1), world.insiderName, reader(n)),
    },
    {
      name: "door",
      ask: asMember(paths.space(community, world.insider)),
      right: (answer, n) => shows(answer, world.insiderName, world.insiderPurpose, reader(n)),
    },
    {
      name: "members directory",
      ask: asMember(paths.members(community)),
      right: (answer, n) => shows(answer, memberName(world.members - 1), memberName(world.members - 2), reader(n)),
    },
    {
      name: "thread visitor",
      ask: (n) => ({ path: paths.thread(community, threads[short(n)]!) }),
      right: (answer, n) => shows(answer, says(short(n), 1), says(short(n), 20)),
    },
    {
      name: "thread member",
      ask: (n) => asMember(paths.thread(community, threads[short(n)]!))(n),
      right: (answer, n) => shows(answer, says(short(n), 1), says(short(n), 20), reader(n)),
    },
    {
      name: "deep page visitor",
      ask: () => ({ path: paths.thread(community, long, deep) }),
      right: (answer) => shows(answer, shownOn(deep)),
    },
    {
      name: "deep page member",
      ask: asMember(paths.thread(community, long, deep)),
      right: (answer, n) => shows(answer, shownOn(deep), reader(n)),
    },
    {
      name: "thread as JSON visitor",
      ask: () => ({ path: `${paths.since(community, long.id)}?after=${world.longThread - 20}` }),
      right: (answer) => shows(answer, says(threads.length - 1, world.longThread)),
    },
    {
      name: "follow-up member",
      ask: asMember(`${paths.since(community, long.id)}?after=${world.longThread - 1}`),
      right: (answer) => shows(answer, says(threads.length - 1, world.longThread)),
    },
    {
      name: "search rare word",
      ask: asMember(paths.search(community, { q: rareWord })),
      right: (answer, n) => shows(answer, `<mark>${rareWord}</mark>`, reader(n)),
    },
    {
      name: "search common word",
      ask: asMember(paths.search(community, { q: commonWord })),
      right: (answer, n) => shows(answer, `<mark>${commonWord}</mark>`, reader(n)),
    },
    {
      name: "post a reply",
      ask: (n) => {
        const fields = { key: randomUUID(), thread: threads[short(n * 7)]!.id, text: `An answer, number ${n}.` };
        return {
          ...asMember(doing.community(community, "write-post"))(n),
          method: "POST",
          headers: {
            origin,
            "content-type": "application/x-www-form-urlencoded",
            cookie: `kindling=${sessions[n % sessions.length]}`,
          },
          body: new URLSearchParams(fields).toString(),
        };
      },
      right: ({ status, headers }) => status === 303 && /\/t\/.*#p\d+$/.test(String(headers.location)),
    },
  ];
}
