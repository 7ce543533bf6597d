import { and, eq, gt } from "drizzle-orm";
import { db } from "@/db/client";
import { channelHeads, type EventIds, events, personEvents, personHeads } from "@/db/schema/events";
import type { Viewer } from "@/lib/access/viewer";
import { refuse } from "@/lib/errors";
import { type Channel, channelOf, presenceName, readChannel, readWireName, wireName } from "./channels";
import { presenceId } from "./presence-ids";
import { isSocketId } from "./server/protocol";
import { channelText, sign, userText } from "./server/signature";
import { isShown } from "./shown";
import type { Place } from "./topics";

/** The gate, as this file needs it: each throws unless this viewer may read the thing now. */
export interface Doors {
  community(viewer: Viewer, communityId: string): Promise<unknown>;
  space(viewer: Viewer, communityId: string, spaceId: string): Promise<unknown>;
}

interface Keys {
  readonly key: string;
  readonly secret: string;
  readonly embedded: boolean;
}

export interface CatchUp {
  /** The names to join now. */
  readonly name: string;
  readonly presence: string | null;
  /** The last event there is. */
  readonly seq: number;
  readonly events: Array<{ seq: number; name: string; ids: EventIds }>;
  /** Too much was missed to be told singly: read the page again. */
  readonly reset: boolean;
}

const most = 200;

/** Signs that this very connection belongs to the viewer, so that it can be ended with their access. */
export function authorizePerson(keys: Keys, viewer: Viewer, socketId: string) {
  const userData = JSON.stringify({ id: personOf(viewer) });
  demandSocketId(socketId);
  return { auth: `${keys.key}:${sign(keys.secret, userText(socketId, userData))}`, user_data: userData };
}

export interface ChannelRequest {
  readonly socketId: string;
  readonly channelName: string;
  /** Which community to look for the space in; the gate proves that it is there. */
  readonly communityId?: string;
}

/** Signs that this connection may join this channel under its present name, and under no former one. */
export async function authorizeChannel(doors: Doors, keys: Keys, viewer: Viewer, request: ChannelRequest) {
  const { socketId, channelName } = request;
  demandSocketId(socketId);
  const name = readWireName(channelName);
  if (!name) throw refuse.notFound();
  const place = await openPlace(doors, viewer, { communityId: request.communityId, channel: channelOf(name) });
  if ((await readHead(place)).epoch !== name.epoch) throw refuse.notFound();
  const data = name.presence ? await presenceData(keys, place, personOf(viewer)) : undefined;
  const auth = `${keys.key}:${sign(keys.secret, channelText(socketId, channelName, data))}`;
  return data === undefined ? { auth } : { auth, channel_data: data };
}

/** Who is not shown sees who is there and is told to nobody. Only our own server can do that; elsewhere they do not join. */
async function presenceData({ secret, embedded }: Keys, place: Place, personId: string): Promise<string> {
  const shown = await isShown(place, personId);
  if (!shown && !embedded) throw refuse.notFound();
  const member = { user_id: presenceId(secret, place.channel, personId) };
  return JSON.stringify(shown ? member : { ...member, unseen: true });
}

/** What happened on a channel after `after`; without it, where the channel stands. */
export async function eventsAfter(doors: Doors, viewer: Viewer, asked: Place, after?: number): Promise<CatchUp> {
  const place = await openPlace(doors, viewer, asked);
  const { epoch, seq } = await readHead(place);
  const { channel } = place;
  const names = {
    name: wireName(channel, epoch),
    presence: isSpace(channel) ? presenceName(channel, epoch) : null,
    seq,
  };
  if (after === undefined || after === seq) return { ...names, events: [], reset: false };
  const missed = await readAfter(place, after);
  // The head was read first, so an event may be newer than it; old ones are deleted in time, so the first may be gone.
  const whole = missed.length <= most && missed[0]?.seq === after + 1;
  return whole
    ? { ...names, seq: missed.at(-1)?.seq ?? seq, events: missed, reset: false }
    : { ...names, events: [], reset: true };
}

/** The same answer whether the thing is not there or not theirs. Visitors hold no socket. */
async function openPlace(doors: Doors, viewer: Viewer, { communityId, channel }: Place): Promise<Place> {
  const me = personOf(viewer);
  const thing = readChannel(channel);
  if (!thing) throw refuse.notFound();
  if (thing.kind === "person") {
    if (thing.id !== me) throw refuse.notFound();
    return { communityId: undefined, channel };
  }
  const community = thing.kind === "community" ? thing.id : readChannel(`community:${communityId}`)?.id;
  if (!community) throw refuse.notFound();
  if (thing.kind === "community") await doors.community(viewer, community);
  else await doors.space(viewer, community, thing.id);
  return { communityId: community, channel };
}

async function readHead({ communityId, channel }: Place): Promise<{ epoch: number; seq: number }> {
  const [head] = communityId
    ? await db()
        .select({ epoch: channelHeads.epoch, seq: channelHeads.lastSeq })
        .from(channelHeads)
        .where(and(eq(channelHeads.communityId, communityId), eq(channelHeads.channel, channel)))
    : await db()
        .select({ epoch: personHeads.epoch, seq: personHeads.lastSeq })
        .from(personHeads)
        .where(eq(personHeads.personId, idOf(channel)));
  return head ?? { epoch: 1, seq: 0 };
}

async function readAfter({ communityId, channel }: Place, after: number) {
  if (communityId)
    return db()
      .select({ seq: events.seq, name: events.kind, ids: events.subject })
      .from(events)
      .where(and(eq(events.communityId, communityId), eq(events.channel, channel), gt(events.seq, after)))
      .orderBy(events.seq)
      .limit(most + 1);
  return db()
    .select({ seq: personEvents.seq, name: personEvents.kind, ids: personEvents.subject })
    .from(personEvents)
    .where(and(eq(personEvents.personId, idOf(channel)), gt(personEvents.seq, after)))
    .orderBy(personEvents.seq)
    .limit(most + 1);
}

function personOf(viewer: Viewer): string {
  if (!viewer.personId) throw refuse.signIn();
  return viewer.personId;
}

function demandSocketId(socketId: string) {
  // Anything else could smuggle a channel name into the signed text.
  if (!isSocketId(socketId)) throw refuse.invalid({ socket_id: "common.checkFields" });
}

const idOf = (channel: Channel) => channel.slice(channel.indexOf(":") + 1);
const isSpace = (channel: Channel): channel is `space:${string}` => channel.startsWith("space:");
