import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import sharp from "sharp";
import { db } from "@/db/client";
import {
  importItems,
  importPeople,
  imports,
  memberSettings,
  people,
  pulseRuns,
  termLore,
  terms,
  termVotes,
} from "@/db/schema";
import {
  openBrand,
  openCommunity,
  openDesk,
  openMember,
  openNewcomer,
  openReports,
  openSystem,
} from "@/lib/access/gate";
import { openAppeal, openCommunityModerator, openConcerned, openStatement } from "@/lib/access/gate-moderation";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { changeAvatar } from "@/lib/accounts/avatar";
import { changeProfile } from "@/lib/accounts/profile";
import { grantBadge, makeBadge } from "@/lib/badges/commands";
import { foundBrand, foundCommunity } from "@/lib/brands/commands";
import { inviteByMail } from "@/lib/members/invitations/commands";
import { askToJoin, decideRequest } from "@/lib/members/requests/commands";
import { writeNote } from "@/lib/moderation/notes/commands";
import { answerReport, makeReport } from "@/lib/moderation/reports/commands";
import { answerAppeal, appeal } from "@/lib/moderation/statements/commands";
import { myStatements } from "@/lib/moderation/statements/queries";
import { suspendPerson } from "@/lib/moderation/suspensions/commands";
import { aPerson, as } from "../jobs/product";

export const key = () => ({ key: randomUUID() as string });

/** Ines owns a brand with a community one asks to join. */
export async function aCommunity(slug = "yard") {
  const owner = await aPerson({ name: "Ines Paredes" });
  await foundBrand(
    openSystem(visitor, "test"),
    owner,
    { brandName: "Kiln", brandSlug: `kiln-${slug}`, colour: "#b4532a" },
    key(),
  );
  const place = {
    communityName: "Yard",
    communitySlug: slug,
    purpose: "Pots",
    zone: "UTC",
    locale: "en" as const,
    about: "",
    joinMode: "request" as const,
    colour: "" as const,
  };
  await foundCommunity(await openBrand(await viewerOf(owner), `kiln-${slug}`), place, key());
  const desk = async () => openDesk(await openCommunity(await viewerOf(owner), slug));
  return { owner, slug, desk, communityId: (await desk()).community.id };
}
export type Community = Awaited<ReturnType<typeof aCommunity>>;

/** Everything one can do or suffer here, with the canary wherever somebody can type. */
export async function aWholeLife({ desk, slug, communityId }: Community, canary: string): Promise<string> {
  const email = `${canary}@people.example`;
  await inviteByMail(await desk(), { email, days: 14 }, key());
  const [invited] = await db()
    .update(people)
    .set({ state: "active", name: canary, emailVerifiedAt: new Date(), pendingEmail: `new-${email}` })
    .where(eq(people.email, email))
    .returning({ id: people.id });
  const me = invited!.id;
  await changeProfile(
    await as(me),
    { name: canary, bio: `I am ${canary}`, locale: "de", zone: "Europe/Berlin" },
    key(),
  );
  const bytes = await sharp({ create: { width: 40, height: 40, channels: 3, background: "#b4532a" } })
    .png()
    .toBuffer();
  await changeAvatar(await as(me), { picture: new File([new Uint8Array(bytes)], `${canary}.png`) }, key());
  await signInTraces(me, canary);

  const here = async () => openCommunity(await viewerOf(me), slug);
  const { requestId } = await askToJoin(openNewcomer(await here()), { message: `${canary} would like in` }, key());
  await decideRequest(
    await desk(),
    { request: requestId, decision: "let in", reason: `because ${canary} is kind` },
    key(),
  );
  await inviteByMail(openMember(await here()), { email: `friend-of-${email}`, days: 7 }, key());
  const word = { communityId, id: randomUUID() };
  await db()
    .insert(terms)
    .values({ ...word, term: `a word ${word.id}` });
  const ofWord = { communityId, termId: word.id };
  await db()
    .insert(termVotes)
    .values({ ...ofWord, personId: me, ours: true });
  const told = { ...ofWord, text: "It began at dusk.", readers: "members" as const, writtenBy: me };
  const out = { removedAt: new Date(), removedBy: me, removedWhy: `${canary} names somebody` };
  await db()
    .insert(termLore)
    .values([
      { ...told, version: 1, ...out },
      { ...told, version: 2 },
    ]);
  await db().insert(pulseRuns).values({ communityId, askedBy: me, state: "done" });
  const came = { source: "elsewhere", askedBy: me, undoneBy: me, state: "read" as const };
  const [brought] = await db()
    .insert(imports)
    .values({ communityId, ...came })
    .returning({ importId: imports.id });
  const mine = { communityId, importId: brought!.importId, personId: me };
  await db()
    .insert(importPeople)
    .values({ ...mine, since: new Date() });
  await db()
    .insert(importItems)
    .values({ ...mine, n: 1, kind: "message", postId: randomUUID(), title: canary, text: canary, at: new Date() });
  await db().insert(memberSettings).values({ communityId, personId: me, key: "mailReports", value: canary });
  const { reportId } = await makeReport(
    await here(),
    { about: `/${slug}?${canary}`, reason: "other", text: `${canary} saw something`, email: undefined },
    key(),
  );
  await answerReport(
    openReports(await openCommunity((await desk()).viewer, slug)),
    { report: reportId, answer: `Thank you, ${canary}` },
    key(),
  );
  const badge = {
    name: "First",
    slug: `b-${canary}`.slice(0, 3),
    meaning: "Was there",
    earned: "",
    kind: "early" as const,
    motif: "flame" as const,
    editionSize: 5,
  };
  const { badgeId } = await makeBadge(await openBrand((await desk()).viewer, `kiln-${slug}`), badge, key());
  await grantBadge(await desk(), { badgeId, personId: me, reason: `for ${canary}` }, key());
  await suspendPerson(await desk(), { person: me, days: 1, reason: `${canary} was rude` }, key());
  const moderators = await openCommunityModerator(await openCommunity((await desk()).viewer, slug));
  await writeNote(moderators, { person: me, text: `${canary} again` }, key());
  const [statement] = (await myStatements(openConcerned(await here()))).rows;
  await appeal(await openStatement(await here(), statement!.id), { text: `${canary} was not` }, key());
  const answering = await openAppeal(moderators, statement!.id);
  await answerAppeal(answering, { granted: false, answer: `Still ${canary}` }, key());
  return me;
}

async function signInTraces(me: string, canary: string) {
  const soon = sql`now() + interval '1 day'`;
  await db().execute(sql`insert into passwords (person_id, hash) values (${me}, ${`hash of ${canary}`})`);
  await db().execute(
    sql`insert into sessions (secret_hash, person_id, device, expires_at) values (${canary}, ${me}, ${canary}, ${soon})`,
  );
  await db().execute(
    sql`insert into tokens (hash, purpose, person_id, detail, expires_at) values (${canary}, 'change', ${me}, ${JSON.stringify({ to: canary })}, ${soon})`,
  );
  await db().execute(sql`insert into identities (provider, subject, person_id) values ('elsewhere', ${canary}, ${me})`);
  await db().execute(sql`insert into totp_factors (person_id, secret) values (${me}, ${canary})`);
  await db().execute(sql`insert into recovery_codes (person_id, hash) values (${me}, ${canary})`);
  await db().execute(sql`insert into known_browsers (person_id, hash) values (${me}, ${canary})`);
  await db().execute(
    sql`insert into blocks (person_id, blocked_id) select ${me}, id from people where id <> ${me} limit 1`,
  );
  await db().execute(
    sql`insert into blocks (person_id, blocked_id) select id, ${me} from people where id <> ${me} limit 1`,
  );
  await db().execute(
    sql`insert into person_settings (person_id, key, value) values (${me}, 'theme', ${JSON.stringify(canary)})`,
  );
}
