import { notificationKinds } from "@/db/schema/notifications";
import { keyedDigest, sameSecret } from "@/lib/access/secrets";
import { uuid } from "@/lib/text/markdown/ids";
import { type Kind, kinds } from "./kinds";

// Its own file because mail makes these and an address reads them. Signed and not stored: a mail may be found years later, and
// what it opens is only less mail.

export type MailOf = Kind | "digest";

const sign = (personId: string, kind: MailOf) => keyedDigest("unsubscribe", `${personId} ${kind}`);

export const tokenFor = (personId: string, kind: MailOf): string => `${personId}.${kind}.${sign(personId, kind)}`;

const shape = new RegExp(`^(${uuid})\\.([a-z]+)\\.([\\w-]{40,50})$`);
const isKind = (text: string): text is MailOf =>
  text === "digest" || (notificationKinds as readonly string[]).includes(text);

/** Whose mails of which kind; nothing where it was not made here. */
export function readToken(token: string): { personId: string; kind: MailOf } | undefined {
  const [, personId, kind, signature] = shape.exec(token) ?? [];
  if (!personId || !kind || !signature || !isKind(kind)) return undefined;
  return sameSecret(signature, sign(personId, kind)) ? { personId, kind } : undefined;
}

/** The switch that ends them. */
export const switchOf = (kind: MailOf) => (kind === "digest" ? "digestEvery" : kinds[kind].setting);
