import type { ServerResponse } from "node:http";
import type { CommunityAccess } from "@/lib/access/gate";
import { responseNow } from "@/lib/realtime/http-events";

// By a symbol of the whole process, because the framework loads a module once per bundle.
const community = Symbol.for("kindling.visitors.community");
type Marked = ServerResponse & { [community]?: string };

/** A page that shows the same to everybody without an account may be kept: said by the page itself, once it is opened. */
export function sameForVisitors({ viewer, community: { id } }: CommunityAccess): void {
  const response = responseNow() as Marked | undefined;
  if (response && viewer.personId === null) response[community] = id;
}

export const communityOfAnswer = (response: ServerResponse): string | undefined => (response as Marked)[community];
