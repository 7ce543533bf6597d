import type { CommunityAccess } from "@/lib/access/gate";
import { readAsked } from "@/lib/search/input";
import { openToSearch, search } from "@/lib/search/search";

/** The titles of what somebody finds. */
export async function foundBy(access: CommunityAccess, words: string): Promise<string[]> {
  const answer = await search(await openToSearch(access), readAsked({ q: `${words} ` }), undefined, { gone: "gone" });
  if (answer.state !== "found") throw new Error(`The search is ${answer.state}.`);
  return answer.hits.map(({ titleText }) => titleText);
}
