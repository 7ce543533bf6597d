import type { InsideAccess } from "@/lib/access/gate";
import { api } from "@/lib/action";
import { refuse } from "@/lib/errors";
import { threadsBegunIn } from "@/lib/publishing/queries";
import { pagesOf, threadsOfMonth } from "@/lib/publishing/sitemap";
import { insideAsVisitor, ledOn } from "../as-visitor";

export const GET = ledOn(
  api({
    name: "publishing.sitemap",
    open: async (_, params) => insideAsVisitor(params),
    run: async (access: InsideAccess, request) => {
      const month = new URL(request.url).searchParams.get("month");
      if (month === null) return pagesOf(access);
      if (!/^[12]\d{3}-(0[1-9]|1[0-2])$/.test(month)) throw refuse.notFound();
      return threadsOfMonth(access, await threadsBegunIn(access, month));
    },
  }),
);
