import { cache } from "react";
import { type CommunityAccess, openMember } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { legalHere } from "@/lib/brands/queries";
import { unreadOf } from "@/lib/notifications/queries";
import { communityOf, openPage } from "@/lib/page";
import { doing } from "@/lib/paths";
import type { Reader } from "@/lib/text/dates";
import { noteVisit } from "@/lib/visits/commands";

/** Asked by the frame and by the page, and read once a request. */
export const legalOf = cache(legalHere);
export const unreadHere = cache((access: CommunityAccess) => unreadOf(openMember(access)));

export type CommunityParams = Promise<{ community: string }>;

/** Once a request, whoever asks: the frame, the page and what stands in it. */
const noted = cache((access: CommunityAccess) => noteVisit(openMember(access)));

/** What every page of a community starts from. */
export async function openCommunityPage(params: CommunityParams) {
  const { community: slug } = await params;
  const [page, access] = await Promise.all([openPage(), communityOf(slug)]);
  const { community, standing, visit } = access;
  if (visit.unnoted && !page.ahead && may.seeMembers(standing) && standing.verified) await noted(access);
  // Somebody who has not said where they are reads the clock of the community.
  const reader: Reader = { ...page.reader, zone: page.viewer.zone ?? community.zone };
  return {
    ...page,
    access,
    slug,
    community,
    standing,
    reader,
    formTo: (act: string) => page.form(doing.community(slug, act)),
  };
}

/** The next page of a list, with everything else of the address kept. */
export const nextPage = (path: string, next: string | undefined, kept: Record<string, string> = {}) =>
  next ? `${path}?${new URLSearchParams({ ...kept, after: next })}` : undefined;

/** The threads before the last one of this page. */
export const nextThreads = (path: string, next: string | undefined, kept: Record<string, string> = {}) =>
  next ? `${path}?${new URLSearchParams({ ...kept, before: next })}` : undefined;

export type Search = Promise<Record<string, string | string[] | undefined>>;
export const one = (value: string | string[] | undefined) => (Array.isArray(value) ? value[0] : value);
