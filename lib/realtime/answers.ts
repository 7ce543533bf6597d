import { openCommunityById, openSpaceById, type PersonAccess } from "@/lib/access/gate";
import { countAttempt } from "@/lib/accounts/attempts";
import { readBody } from "@/lib/action";
import { env } from "@/lib/env";
import type { Channel } from "./channels";
import { readAuthorization, readCatchUp } from "./input";
import { authorizeChannel, authorizePerson, type Doors, eventsAfter } from "./queries";

// Where the queries meet the gate and the settings; the queries themselves are tested with other doors.
const doors: Doors = { community: openCommunityById, space: openSpaceById };

const bodyBytes = 2_000;

/** What a quarter of an hour may hold for one person: a page every two seconds, in several tabs. A loop gone wrong passes it. */
const most = { authorize: 3_000, "catch up": 3_000 };

const count = (what: keyof typeof most, personId: string) =>
  countAttempt([{ key: `realtime ${what} ${personId}`, max: most[what] }]);

/** pusher-js asks one address twice: for the connection itself, and for each channel. */
export async function answerAuthorization({ viewer, personId }: PersonAccess, request: Request): Promise<Response> {
  await count("authorize", personId);
  const body = new TextDecoder().decode(await readBody(request, bodyBytes));
  const { socket_id: socketId, channel_name: channelName, community } = readAuthorization(new URLSearchParams(body));
  if (channelName === undefined) return told(authorizePerson(env.realtime, viewer, socketId));
  return told(await authorizeChannel(doors, env.realtime, viewer, { socketId, channelName, communityId: community }));
}

export async function answerCatchUp({ viewer, personId }: PersonAccess, request: Request): Promise<Response> {
  await count("catch up", personId);
  const { channel, community, after } = readCatchUp(new URL(request.url).searchParams);
  return told(await eventsAfter(doors, viewer, { communityId: community, channel: channel as Channel }, after));
}

const told = (content: object) => Response.json(content, { headers: { "cache-control": "no-store" } });
