import { isIP } from "node:net";
import { isPublicAddress } from "./ranges";

// Pure. The standard parser has already unfolded decimal, octal, hexadecimal and foreign spellings.

/** Names that only ever mean something nearby. */
const nearby = /(^|\.)(localhost|local|internal|intranet|lan|home|corp|private|test|onion|home\.arpa)$/;

/** @returns what to connect to, or nothing where no page of the internet can be */
export function readAddress(text: string): { url: URL; host: string } | undefined {
  if (text.length > 2_000 || !URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (!["http:", "https:"].includes(url.protocol) || url.username || url.password) return undefined;
  // The port of the other protocol is written out; the own one is not.
  if (!["", "80", "443"].includes(url.port)) return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, "").replace(/\.+$/, "");
  if (isIP(host)) return isPublicAddress(host) ? { url, host } : undefined;
  if (!host.includes(".") || nearby.test(host)) return undefined;
  return { url, host };
}
