import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from "node:crypto";
import { env } from "@/lib/env";

/** 256 random bits, safe in an address. */
export const newSecret = () => randomBytes(32).toString("base64url");

/** For secrets that are random themselves (sessions, tokens): they cannot be guessed from the hash. */
export const digest = (secret: string) => createHash("sha256").update(secret).digest("base64url");

/** For values that could be guessed (addresses, content): nobody without the instance's secret can test a guess. */
export const keyedDigest = (use: string, value: string) =>
  createHmac("sha256", derived(use)).update(value).digest("base64url");

export const sameSecret = (a: string, b: string) =>
  timingSafeEqual(createHash("sha256").update(a).digest(), createHash("sha256").update(b).digest());

/** AES-256-GCM under a key for one use; the answer holds nonce, tag and text. */
export function seal(use: string, text: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", derived(use), nonce);
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString("base64url");
}

/** Throws when the text was sealed under another key or changed. */
export function unseal(use: string, sealed: string): string {
  const bytes = Buffer.from(sealed, "base64url");
  const decipher = createDecipheriv("aes-256-gcm", derived(use), bytes.subarray(0, 12));
  decipher.setAuthTag(bytes.subarray(12, 28));
  return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
}

const derived = (use: string) => Buffer.from(hkdfSync("sha256", env.secret, "kindling", use, 32));
