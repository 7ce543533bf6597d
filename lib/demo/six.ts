import { inArray } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { people } from "@/db/schema";
import { openVisitor, type VisitorAccess } from "@/lib/access/gate";
import type { Viewer } from "@/lib/access/viewer";
import { type Browser, type Entered, enter } from "@/lib/accounts/sessions";
import { env } from "@/lib/env";
import { refuse } from "@/lib/errors";
import { keyOf, storage } from "@/lib/files/storage";
import { paths } from "@/lib/paths";
import { readWorld, type SignIns, type World } from "./read";

// Danger: this lets anybody in as anybody of the six, without a password. It works only in demo mode, and each function
// asks for itself whether that is on: see lib/env.ts for where it can be.

export const roles = [
  "visitor",
  "member",
  "insider",
  "representative",
  "manager",
  "owner",
] as const satisfies readonly (keyof SignIns)[];
export const beInput = z.object({ role: z.enum(roles, "common.invalid") });

export function openDemo(viewer: Viewer): VisitorAccess {
  demandDemo();
  return openVisitor(viewer);
}

function demandDemo() {
  if (!env.demo) throw refuse.notFound();
}

let world: World | undefined;
const theWorld = () => {
  world ??= readWorld();
  return world;
};

const emailOf = (role: keyof SignIns) => {
  const { people: everybody, signIns } = theWorld();
  return everybody.get(signIns[role])?.email ?? "";
};

/** The six, as they are now; one who was erased or took another address is not offered any more. */
export async function theSix(_: VisitorAccess) {
  demandDemo();
  const rows = await db()
    .select({ id: people.id, email: people.email, name: people.name, avatarFileId: people.avatarFileId })
    .from(people)
    .where(inArray(people.email, roles.map(emailOf)));
  const found = roles.map(async (role) => {
    const row = rows.find(({ email }) => email === emailOf(role));
    return row ? [{ role, personId: row.id, name: row.name ?? "", face: await faceOf(row.avatarFileId) }] : [];
  });
  return (await Promise.all(found)).flat();
}

/** Within the page itself: at its own address the face of somebody who is no member yet is for nobody to see. */
async function faceOf(fileId: string | null): Promise<string | null> {
  const kept = fileId ? await storage().get(keyOf(fileId, "small")) : undefined;
  if (!kept) return null;
  const bytes = await new Response(kept.stream).arrayBuffer();
  return `data:image/webp;base64,${Buffer.from(bytes).toString("base64")}`;
}

/** One click, and one is that person, in the community they are known in. */
export async function be(access: VisitorAccess, { role }: z.infer<typeof beInput>, browser: Browser): Promise<Entered> {
  const one = (await theSix(access)).find((row) => row.role === role);
  if (!one) throw refuse.notFound();
  const replaces = access.viewer.sessionId;
  return db().transaction((tx) => enter(tx, one.personId, { ...browser, replaces }, paths.community(homeOf(role))));
}

function homeOf(role: keyof SignIns): string {
  const { brands, signIns } = theWorld();
  const key = signIns[role];
  const knows = brands
    .flatMap(({ communities }) => communities)
    .find(({ members, outsiders }) => members.some(({ person }) => person === key) || outsiders.includes(key));
  if (!knows) throw refuse.notFound();
  return knows.slug;
}
