/**
 * A channel has two names. The logical one (`space:<id>`) is what the database and the pages speak of. The wire name
 * (`private-space-<id>-<epoch>`) is what a socket joins: the epoch rises whenever somebody loses access, so that a
 * signature given earlier opens nothing that is said later.
 *
 * Who may listen: whoever can read the community or the space at this moment, and to a person's channel that person.
 */
export type ChannelKind = "community" | "space" | "person";
export type Channel = `${ChannelKind}:${string}`;

export interface WireName {
  readonly presence: boolean;
  readonly kind: ChannelKind;
  readonly id: string;
  readonly epoch: number;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const logical = new RegExp(`^(community|space|person):(${uuid})$`);
const wire = new RegExp(`^(private|presence)-(community|space|person)-(${uuid})-([1-9][0-9]{0,8})$`);

export const communityChannel = (id: string) => `community:${id}` as const;
export const spaceChannel = (id: string) => `space:${id}` as const;
export const personChannel = (id: string) => `person:${id}` as const;

export function readChannel(text: string): { kind: ChannelKind; id: string } | undefined {
  const [, kind, id] = logical.exec(text) ?? [];
  return kind && id ? { kind: kind as ChannelKind, id } : undefined;
}

export function wireName(channel: Channel, epoch: number): string {
  return `private-${channel.replace(":", "-")}-${epoch}`;
}

/** Only a space shows who is there. */
export function presenceName(channel: `space:${string}`, epoch: number): string {
  return `presence-${channel.replace(":", "-")}-${epoch}`;
}

export function readWireName(name: string): WireName | undefined {
  const [, access, kind, id, epoch] = wire.exec(name) ?? [];
  if (!access || !kind || !id || !epoch) return undefined;
  if (access === "presence" && kind !== "space") return undefined;
  return { presence: access === "presence", kind: kind as ChannelKind, id, epoch: Number(epoch) };
}

export const channelOf = (name: WireName): Channel => `${name.kind}:${name.id}`;
