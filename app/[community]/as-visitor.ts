import { type CommunityAccess, openCommunity, openInside } from "@/lib/access/gate";
import { visitor } from "@/lib/access/viewer";

/** The community as somebody without an account finds it, whoever asks: what is kept by others must be for everybody. */
export const asVisitor = (params: { community?: string }): Promise<CommunityAccess> =>
  openCommunity(visitor, params.community ?? "");

/** The spaces everybody reads; with a slug that one alone. */
export const insideAsVisitor = async (params: { community?: string }, space?: string | null) =>
  openInside(await asVisitor(params), space ?? undefined);
