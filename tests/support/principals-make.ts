import { randomUUID } from "node:crypto";
import { openBrand, openCommunity, openSystem } from "@/lib/access/gate";
import { viewerOf, visitor } from "@/lib/access/viewer";
import { importPerson } from "@/lib/accounts/import";

/** What every act of a test needs: the product's own proof, keys, accounts, and doors to open as somebody. */
export const system = () => openSystem(visitor, "the tests");
export const newKey = () => ({ key: randomUUID() as string });

/** Nobody but they themselves ever sees it. */
export const emailOf = (who: string) => `${who.toLowerCase()}@people.example`;

export async function account(who: string, bio: string): Promise<string> {
  const facts = { name: `Person ${who}`, email: emailOf(who), bio, locale: "en", zone: "UTC" };
  return (await importPerson(system(), facts, newKey())).personId;
}

export const asPerson = async (personId: string, community: string) =>
  openCommunity(await viewerOf(personId), community);
export const asOwner = async (personId: string, brand: string) => openBrand(await viewerOf(personId), brand);
