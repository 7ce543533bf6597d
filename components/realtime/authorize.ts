import type { Place } from "./catch-up";

export interface Signed {
  auth: string;
  channel_data?: string;
  user_data?: string;
}

/** The server's "no", as opposed to a question that did not get through. */
export class NotAuthorized extends Error {
  constructor(readonly status: number) {
    super(`Listening was answered with ${status}`);
  }
}

export interface Authorize {
  (socketId: string, channelName?: string): Promise<Signed>;
  /** A space's name does not say in which community it is; the server wants to know. */
  placeOf(name: string, place: Place): void;
}

export function authorizer(url: string): Authorize {
  const places = new Map<string, Place>();
  const authorize = async (socketId: string, channelName?: string) => {
    const body = new URLSearchParams({ socket_id: socketId });
    if (channelName) body.set("channel_name", channelName);
    const community = channelName && places.get(channelName)?.community;
    if (community) body.set("community", community);
    const response = await fetch(url, { method: "POST", body, headers: { accept: "application/json" } });
    if (!response.ok) throw new NotAuthorized(response.status);
    return (await response.json()) as Signed;
  };
  return Object.assign(authorize, { placeOf: (name: string, place: Place) => void places.set(name, place) });
}
