import { openVisitor } from "@/lib/access/gate";
import { visitor } from "@/lib/access/viewer";
import { api } from "@/lib/action";
import { publicCommunities } from "@/lib/publishing/queries";
import { sitemapIndex } from "@/lib/publishing/sitemap";

export const GET = api({
  name: "publishing.sitemaps",
  open: async () => openVisitor(visitor),
  run: async (access) => sitemapIndex(await publicCommunities(access)),
});
