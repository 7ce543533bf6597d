import type { InsideAccess } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { feedOf } from "@/lib/publishing/feed";
import { newestThreads } from "@/lib/publishing/queries";
import { isLocale, wordsFor } from "@/lib/text";
import { insideAsVisitor, ledOn } from "../as-visitor";

const spaceIn = (request: Request) => new URL(request.url).searchParams.get("space") ?? undefined;

/** In the community's language: a feed is kept and read by others than who asked. */
export const GET = ledOn(
  api({
    name: "publishing.feed",
    open: async (_, params, request) => insideAsVisitor(params, spaceIn(request)),
    run: async (access: InsideAccess, request) => {
      const { locale } = access.community;
      const words = wordsFor(isLocale(locale) ? locale : "en");
      return feedOf(access, await newestThreads(access), { space: spaceIn(request), words });
    },
  }),
);
