import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { cookies, headers } from "next/headers";
import { cache } from "react";
import { db } from "@/db/client";
import { people, sessions } from "@/db/schema";
import { env } from "@/lib/env";
import { stampedAddress } from "./address";
import { digest } from "./secrets";

/** Who asks. A visitor has no person. */
export interface Viewer {
  readonly personId: string | null;
  readonly sessionId: string | null;
  readonly verified: boolean;
  readonly name: string | null;
  readonly avatarFileId: string | null;
  readonly locale: string | null;
  readonly zone: string | null;
  /** Single keys act on pages, unless they switched that off. */
  readonly shortcuts: boolean;
  /** This session has proved who it is (a password, a code) within the last quarter of an hour, by the clock of the database. */
  readonly proven: boolean;
  /** The client's address as the server saw it; counted under a keyed hash only. */
  readonly address: string;
  /** Acting on another day than today: only for the demo world, imports and tests. */
  readonly actingAt?: Date;
}

export const visitor: Viewer = {
  personId: null,
  sessionId: null,
  verified: false,
  name: null,
  avatarFileId: null,
  locale: null,
  zone: null,
  shortcuts: true,
  proven: false,
  address: "",
};

export const secureCookies = () => env.origin.startsWith("https:");
/** Host-only, so that a custom domain later needs no second change. */
export const sessionCookie = () => (secureCookies() ? "__Host-kindling" : "kindling");

/** The viewer of this request, read from the sessions table every time: signing out elsewhere works on the next request. */
export const currentViewer = cache(async (): Promise<Viewer> => {
  const [jar, head] = await Promise.all([cookies(), headers()]);
  const address = stampedAddress(head);
  const secret = jar.get(sessionCookie())?.value;
  return (secret && (await bySession(secret, address))) || { ...visitor, address };
});

/** How long a proof of identity is fresh enough for a sensitive act. */
export const provenLately = sql<boolean>`coalesce(${sessions.provenAt} > now() - interval '15 minutes', false)`;

async function bySession(secret: string, address: string): Promise<Viewer | undefined> {
  const [row] = await db()
    .select({
      personId: people.id,
      sessionId: sessions.id,
      verifiedAt: people.emailVerifiedAt,
      name: people.name,
      avatarFileId: people.avatarFileId,
      locale: people.locale,
      zone: people.zone,
      // Asked with who it is, so that no page asks once more.
      shortcuts: sql<boolean>`not exists (select 1 from person_settings c where c.person_id = ${people.id} and c.key = 'keyboardShortcuts' and c.value = 'false'::jsonb)`,
      proven: provenLately,
      stale: sql<boolean>`${sessions.seenAt} < now() - interval '10 minutes'`,
    })
    .from(sessions)
    .innerJoin(people, eq(people.id, sessions.personId))
    .where(
      and(
        eq(sessions.secretHash, digest(secret)),
        isNull(sessions.endedAt),
        gt(sessions.expiresAt, sql`now()`),
        eq(people.state, "active"),
      ),
    );
  if (!row) return undefined;
  if (row.stale) await db().update(sessions).set({ seenAt: sql`now()` }).where(eq(sessions.id, row.sessionId));
  const { verifiedAt, stale: _, ...rest } = row;
  return { ...rest, verified: verifiedAt !== null, address };
}

/** A viewer without a request: for jobs, the demo world, imports and tests, which call the same commands as people do. */
export async function viewerOf(personId: string, actingAt?: Date): Promise<Viewer> {
  const [row] = await db()
    .select()
    .from(people)
    .where(and(eq(people.id, personId), eq(people.state, "active")));
  if (!row) throw new Error(`There is no active person ${personId}.`);
  return {
    ...visitor,
    personId: row.id,
    verified: row.emailVerifiedAt !== null,
    name: row.name,
    avatarFileId: row.avatarFileId,
    locale: row.locale,
    zone: row.zone,
    actingAt,
  };
}
