/** Close and error codes of the Pusher protocol, version 7. */
export const codes = {
  unknownApp: 4001,
  versionFormat: 4006,
  versionUnsupported: 4007,
  versionMissing: 4008,
  unauthorized: 4009,
  overCapacity: 4100,
  reconnect: 4200,
  pongMissing: 4201,
  clientEvent: 4301,
} as const;

/** Seconds of silence after which the client asks whether the server is still there. */
export const activityTimeout = 30;

export interface Frame {
  readonly event: string;
  readonly data: Record<string, unknown>;
}

const outerName = /^(?:private|presence)-(?!encrypted-)[A-Za-z0-9_\-=@,.;]{1,164}$/;
export const isChannelName = (name: string) => outerName.test(name);
export const isPresence = (name: string) => name.startsWith("presence-");

/** Listened to by pusher-js after sign-in; the protocol gives it no signature of its own. */
export const userChannel = (person: string) => `#server-to-user-${person}`;

export const isSocketId = (text: string) => /^\d+\.\d+$/.test(text);

export function frame(event: string, data: string | object, channel?: string): string {
  return JSON.stringify({ event, channel, data: typeof data === "string" ? data : JSON.stringify(data) });
}

export function errorFrame(code: number, message: string): string {
  return JSON.stringify({ event: "pusher:error", data: { code, message } });
}

export function refusalFrame(channel: string, message: string): string {
  return JSON.stringify({
    event: "pusher:subscription_error",
    channel,
    data: { type: "AuthError", error: message, status: 401 },
  });
}

export function readFrame(text: string): Frame | undefined {
  const message = readObject(text);
  if (!message || typeof message.event !== "string") return undefined;
  const data = typeof message.data === "string" ? readObject(message.data) : message.data;
  return { event: message.event, data: isObject(data) ? data : {} };
}

export function readObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The answer to an unfit address, or nothing when the version is one that we speak. */
export function versionRefusal(version: string | null): { code: number; reason: string } | undefined {
  if (version === null) return { code: codes.versionMissing, reason: "No protocol version supplied" };
  if (!/^\d+$/.test(version)) return { code: codes.versionFormat, reason: "Invalid version string format" };
  if (version !== "7") return { code: codes.versionUnsupported, reason: "Only protocol version 7 is spoken here" };
  return undefined;
}
