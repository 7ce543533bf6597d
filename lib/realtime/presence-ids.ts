import { createCipheriv, createDecipheriv, createHmac } from "node:crypto";
import type { Channel } from "./channels";

// Pure, for signing and for naming alike.

/** A person's id is one block of this cipher, and never twice under one key: so it needs no chaining and no nonce. */
const cipher = "aes-256-ecb";
const keyFor = (secret: string, channel: Channel) =>
  createHmac("sha256", secret).update(`presence:${channel}`).digest();

/** Another id in every space: who listens in two cannot tell by it that somebody is in both. Only we can lead it back. */
export function presenceId(secret: string, channel: Channel, personId: string): string {
  const sealing = createCipheriv(cipher, keyFor(secret, channel), null).setAutoPadding(false);
  return sealing.update(Buffer.from(personId.replaceAll("-", ""), "hex")).toString("base64url");
}

/** Whose presence in this space it is; of what is no such id, somebody who does not exist. */
export function personOfPresence(secret: string, channel: Channel, id: string): string {
  const sealed = Buffer.from(id, "base64url");
  const opening = createDecipheriv(cipher, keyFor(secret, channel), null).setAutoPadding(false);
  const hex = sealed.length === 16 ? opening.update(sealed).toString("hex") : "0".repeat(32);
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
