import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Tx } from "@/db/client";
import { outbox } from "@/db/schema/mail";
import { people } from "@/db/schema/people";
import { seal, unseal } from "@/lib/access/secrets";
import { env } from "@/lib/env";
import { wake } from "@/lib/jobs/ask";
import { setting } from "@/lib/settings/queries";
import { isLocale } from "@/lib/text";
import { kinds, type MailKind, type MailParams } from "./kinds";

// Its own file because every noun puts mail here, and only delivery takes it out.

export type Letter<K extends MailKind = MailKind> = {
  [Kind in K]: {
    personId: string;
    kind: Kind;
    params: MailParams[Kind];
    /** The one-time token of the link. */
    secret?: string;
    /** Where the last mail to somebody who is being erased goes: their row no longer says. */
    lastAddress?: string;
  };
}[K];

export const deliveryKind = "mail.deliver";

/** Puts one mail to one person into the transaction of what it tells about. Nothing leaves before the commit. */
export async function enqueueMail(tx: Tx, { personId, kind, params, secret, lastAddress }: Letter): Promise<void> {
  const { setting: key, to } = kinds[kind];
  if (key && !(await setting({ personId, communityId: communityOf(params) }, key, tx))) return;
  const [person] = await tx
    .select({ locale: people.locale, email: people.email })
    .from(people)
    .where(eq(people.id, personId));
  // Asked also where nobody needs it: whether somebody chose a language must not show in the work, since for an address without an account it cannot.
  const usual = await setting({}, "language", tx);
  const locale = isLocale(person?.locale) ? person.locale : usual;
  const address = to === "sealed" ? (lastAddress ?? person?.email ?? undefined) : undefined;
  const id = randomUUID();
  await tx.insert(outbox).values({
    id,
    personId,
    kind,
    params,
    locale,
    messageId: `<${id}@${new URL(env.origin).hostname}>`,
    sealed: secret || address ? seal("mail", JSON.stringify({ secret, address })) : null,
  });
  await wake(tx, deliveryKind);
}

const communityOf = (params: object) => ("communityId" in params ? String(params.communityId) : undefined);

export const opened = (sealed: string | null): { secret?: string; address?: string } =>
  sealed ? JSON.parse(unseal("mail", sealed)) : {};
