import { openCommunityById, openSpaceById, type PersonAccess } from "@/lib/access/gate";
import { readBody } from "@/lib/action";
import { env } from "@/lib/env";
import type { Channel } from "./channels";
import { readAuthorization, readCatchUp } from "./input";
import { authorizeChannel, authorizePerson, type Doors, eventsAfter } from "./queries";

// Where the queries meet the gate and the settings; the queries themselves are tested with other doors.
const doors: Doors = { community: openCommunityById, space: openSpaceById };

const bodyBytes = 2_000;

/** pusher-js asks one address twice: for the connection itself, and for each channel. */
export async function answerAuthorization({ viewer }: PersonAccess, request: Request): Promise<Response> {
  const body = new TextDecoder().decode(await readBody(request, bodyBytes));
  const { socket_id: socketId, channel_name: channelName, community } = readAuthorization(new URLSearchParams(body));
  if (channelName === undefined) return told(authorizePerson(env.realtime, viewer, socketId));
  return told(await authorizeChannel(doors, env.realtime, viewer, { socketId, channelName, communityId: community }));
}

export async function answerCatchUp({ viewer }: PersonAccess, request: Request): Promise<Response> {
  const { channel, community, after } = readCatchUp(new URL(request.url).searchParams);
  return told(await eventsAfter(doors, viewer, { communityId: community, channel: channel as Channel }, after));
}

const told = (content: object) => Response.json(content, { headers: { "cache-control": "no-store" } });
