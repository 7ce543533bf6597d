import { isIP } from "node:net";

/** Set by our own HTTP wrapper on every request; whatever comes from outside under this prefix is taken off. */
export const privatePrefix = "x-kindling-";
export const addressHeader = "x-kindling-address";
export const stampHeader = "x-kindling-stamp";

/**
 * The address a request was stamped with. A request that came in before the wrapper stood (the port listens a moment
 * earlier) lacks the stamp of this process, and its headers are whatever the sender wrote.
 */
export function stampedAddress(headers: { get(name: string): string | null }): string {
  const { kindlingHttp } = globalThis as unknown as { kindlingHttp?: { stamp: string } };
  const genuine = kindlingHttp !== undefined && headers.get(stampHeader) === kindlingHttp.stamp;
  return (genuine && headers.get(addressHeader)) || "unknown";
}

/**
 * Where a request comes from. With `trustedProxies` = n the n-th entry from the right of x-forwarded-for is believed: the
 * entries to its left were written by the client, or by nobody we know. With 0 the header counts for nothing.
 */
export function clientAddress(
  socketAddress: string | undefined,
  forwardedFor: string | undefined,
  trustedProxies: number,
) {
  const direct = plainAddress(socketAddress ?? "") ?? "unknown";
  if (trustedProxies <= 0 || !forwardedFor) return direct;
  const entry = forwardedFor.split(",").at(-trustedProxies);
  return (entry && plainAddress(entry)) || direct;
}

/** What attempts are counted under: an IPv4 address, or the /64 that one IPv6 household or server owns whole. */
export function networkOf(address: string): string {
  if (isIP(address) !== 6) return address;
  return `${groupsOf(address).slice(0, 4).join(":")}::/64`;
}

function plainAddress(text: string): string | undefined {
  const trimmed = text.trim().toLowerCase();
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(trimmed)?.[1] ?? /^([\d.]+):\d+$/.exec(trimmed)?.[1] ?? trimmed;
  const withoutZone = bare.replace(/%.*$/, "");
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/.exec(withoutZone)?.[1] ?? withoutZone;
  return isIP(mapped) ? mapped : undefined;
}

/** The leading groups up to `::`, then the zeros it stands for, then the rest. */
function groupsOf(address: string): string[] {
  const [head = "", tail] = address.split("::");
  const left = head ? head.split(":") : [];
  const right = tail ? tail.split(":") : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  return [...left, ...Array<string>(zeros).fill("0"), ...right].map((group) => group.replace(/^0+(?=.)/, ""));
}
