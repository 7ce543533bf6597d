import { createHash, createHmac, timingSafeEqual } from "node:crypto";

export const sign = (secret: string, text: string) => createHmac("sha256", secret).update(text, "utf8").digest("hex");

export function same(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

export const channelText = (socketId: string, channel: string, channelData?: string) =>
  channelData === undefined ? `${socketId}:${channel}` : `${socketId}:${channel}:${channelData}`;

export const userText = (socketId: string, userData: string) => `${socketId}::user::${userData}`;

/** Parameters are sorted by their lower-case name and left unescaped, as the protocol says. */
export function requestText(method: string, path: string, parameters: Iterable<[string, string]>): string {
  const sorted = [...parameters]
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name !== "auth_signature")
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  return [method.toUpperCase(), path, sorted.map(([name, value]) => `${name}=${value}`).join("&")].join("\n");
}

export const bodyDigest = (body: string | Buffer) => createHash("md5").update(body).digest("hex");
