import type { IncomingMessage } from "node:http";
import type { App } from "./connection";
import { bodyDigest, requestText, same, sign } from "./signature";

const windowSeconds = 600;

export class Refusal extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message);
  }
}

export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length;
    if (size > most) throw new Refusal(413, "The body is too large");
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Throws unless whoever knows the secret signed this very request within the last ten minutes. */
export function demandSignature(app: App, method: string, url: URL, body: Buffer, nowMs: number) {
  const given = url.searchParams;
  if (given.get("auth_key") !== app.key) throw new Refusal(401, "Unknown auth_key");
  if (given.get("auth_version") !== "1.0") throw new Refusal(401, "Unknown auth_version");
  const age = Math.abs(nowMs / 1000 - Number(given.get("auth_timestamp") ?? Number.NaN));
  if (!(age <= windowSeconds)) throw new Refusal(401, "Timestamp expired");
  if (body.length > 0 && given.get("body_md5") !== bodyDigest(body)) throw new Refusal(401, "Invalid body_md5");
  const expected = sign(app.secret, requestText(method, url.pathname, given));
  if (!same(given.get("auth_signature") ?? "", expected)) throw new Refusal(401, "Invalid signature");
}
