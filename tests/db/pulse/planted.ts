import { openPulse } from "@/lib/access/gate-pulse";
import { takeWaiting } from "@/lib/pulse/run";
import type { MessageInput } from "@/lib/scoring/input";
import { makeSpace } from "@/lib/spaces/commands";
import { makeSpaceInput } from "@/lib/spaces/input";
import { plant as plantRows } from "@/tests/support/score/planted";
import { aHouse, key } from "../members/house";

export type House = Awaited<ReturnType<typeof aHouse>>;

export async function aSpace(
  house: House,
  slug: string,
  readAudience: "everyone" | "members" | "badges",
  badge?: string,
): Promise<string> {
  const badges = readAudience === "badges" && badge ? [badge] : [];
  const facts = { name: `The ${slug}`, slug, purpose: "Where some talk.", door: "listed" };
  const audience = { readAudience, writeAudience: readAudience === "badges" ? "badges" : "members" };
  const input = makeSpaceInput.parse({ ...facts, ...audience, readBadges: badges, writeBadges: badges });
  return (await makeSpace(await house.desk(), input, key())).spaceId;
}

export async function plant(
  house: House,
  spaceId: string,
  messages: readonly MessageInput[],
  known?: Map<string, string>,
) {
  return plantRows({ communityId: (await house.desk()).community.id, spaceId }, messages, known);
}

/** Takes what waits, and opens it as somebody. */
export async function pulseAs(house: House, who: string | null) {
  return openPulse(who === null ? await house.asVisitor() : await house.to(who));
}

export { lately } from "@/tests/support/score/planted";
export { aHouse, key, takeWaiting };
