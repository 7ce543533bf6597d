import type { Metadata } from "next";
import { headers } from "next/headers";
import type { CommunityAccess } from "@/lib/access/gate";
import { paths } from "@/lib/paths";

interface Told {
  readonly title: string;
  readonly description?: string;
  /** The address of this page among all that show the same; left out, its own without what follows a question mark. */
  readonly canonical?: string;
  /** A space that has a feed of its own. */
  readonly space?: string;
  /** A thread with a picture of its own. */
  readonly thread?: string;
}

/** What a page tells search engines, feed readers and sites that show a link to it (https://ogp.me). */
export async function told({ community }: CommunityAccess, { title, description, ...told }: Told): Promise<Metadata> {
  const here = ((await headers()).get("x-kindling-path") ?? paths.community(community.slug)).split("?")[0]!;
  const canonical = told.canonical ?? here;
  const picture = { url: paths.card(community.slug, told.thread), width: 1200, height: 630, alt: title };
  return {
    description,
    // Read by whoever has the address, and found by nobody who has not.
    robots: community.listed ? undefined : { index: false },
    alternates: {
      canonical,
      types: { "application/atom+xml": [{ url: paths.feed(community.slug, told.space), title }] },
    },
    openGraph: {
      type: told.thread ? "article" : "website",
      siteName: community.name,
      title,
      description,
      url: canonical,
      images: [picture],
    },
    twitter: { card: "summary_large_image" },
  };
}
