import { randomUUID } from "node:crypto";
import { doing, paths } from "@/lib/paths";
import type { Answer, Asking } from "./load";
import { memberName, type Seeded, spaceName, world } from "./world";

const shows = ({ status, text }: Answer, ...texts: string[]) =>
  status === 200 && texts.every((wanted) => text.includes(wanted));

/** The lines of the table. Each looks for words that no other page, and no other reader's page, has. */
export function rowsOf({ sessions, signers }: Seeded, origin: string): Asking[] {
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
  ];
}
