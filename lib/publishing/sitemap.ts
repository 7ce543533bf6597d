import type { InsideAccess } from "@/lib/access/gate";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import type { ThreadAddress } from "./queries";
import { answerXml, xml } from "./xml";

// The protocol: https://www.sitemaps.org/protocol.html. An index names a list of pages for each community, and one of
// threads for each month since it was founded: no list outgrows what may be in one, and old ones never change.

const namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
const whole = (path: string) => env.origin + path;

export function sitemapIndex(communities: readonly { slug: string; since: string }[]): Response {
  const lists = communities.flatMap(({ slug, since }) => [
    paths.sitemap(slug),
    ...monthsSince(new Date(since), new Date()).map((month) => paths.sitemap(slug, month)),
  ]);
  return answerXml(
    xml`<sitemapindex xmlns="${namespace}">${lists.map((path) => xml`<sitemap><loc>${whole(path)}</loc></sitemap>`)}</sitemapindex>`,
  );
}

/** Calendar months in UTC, as `2026-11`, both ends among them. */
export function monthsSince(from: Date, until: Date): string[] {
  const months: string[] = [];
  for (
    let at = Date.UTC(from.getUTCFullYear(), from.getUTCMonth());
    at <= until.getTime();
    at = new Date(at).setUTCMonth(new Date(at).getUTCMonth() + 1)
  )
    months.push(new Date(at).toISOString().slice(0, 7));
  return months;
}

/** The pages of a community that stay, and its spaces that everybody reads. */
export function pagesOf({ community, inside }: InsideAccess): Response {
  const { slug } = community;
  const pages = [paths.community(slug), paths.about(slug), paths.spaces(slug), paths.badges(slug), paths.tags(slug)];
  return urls([...pages, ...inside.map((space) => paths.space(slug, space.slug))].map((path) => ({ path })));
}

export const threadsOfMonth = ({ community }: InsideAccess, threads: readonly ThreadAddress[]): Response =>
  urls(threads.map((thread) => ({ path: paths.thread(community.slug, thread), changed: thread.movedAt })));

const urls = (list: readonly { path: string; changed?: string }[]): Response =>
  answerXml(
    xml`<urlset xmlns="${namespace}">${list.map(
      ({ path, changed }) =>
        xml`<url><loc>${whole(path)}</loc>${changed ? xml`<lastmod>${changed}</lastmod>` : xml``}</url>`,
    )}</urlset>`,
  );
