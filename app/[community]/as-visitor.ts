import { movedCommunity } from "@/lib/access/find";
import { type CommunityAccess, openCommunity, openInside } from "@/lib/access/gate";
import { visitor } from "@/lib/access/viewer";

/** The community as somebody without an account finds it, whoever asks: what is kept by others must be for everybody. */
export const asVisitor = (params: { community?: string }): Promise<CommunityAccess> =>
  openCommunity(visitor, params.community ?? "");

/** The spaces everybody reads; with a slug that one alone. */
export const insideAsVisitor = async (params: { community?: string }, space?: string | null) =>
  openInside(await asVisitor(params), space ?? undefined);

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/**
 * What is asked for at an address that the community had before is led on, once it was opened at the one it has now: readers of
 * feeds and search engines come by addresses of long ago.
 */
export const ledOn =
  (handler: Handler): Handler =>
  async (request, context) => {
    const answer = await handler(request, context);
    const { community: former = "" } = await context.params;
    const now = answer.status === 404 ? await movedCommunity(former) : undefined;
    if (!now) return answer;
    const { pathname, search } = new URL(request.url);
    const there = await handler(request, { params: Promise.resolve({ ...(await context.params), community: now }) });
    if (!there.ok) return answer;
    const location = `/${now}${pathname.slice(former.length + 1)}${search}`;
    return new Response(null, { status: 308, headers: { location } });
  };
