import type { Metadata } from "next";
import type { ReactNode } from "react";
import { orNothing } from "@/app/_frames/or-nothing";
import { Desk } from "@/components/manage/desk-nav";
import { openDesk } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { deskCounts } from "@/lib/communities/queries";
import { refuse } from "@/lib/errors";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { number } from "@/lib/text/numbers";
import { type CommunityParams, openCommunityPage } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).manage.title });

/** The desk's frame. Each page asks the gate again: a layout stays while pages change beneath it. */
export default orNothing(async function DeskLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: CommunityParams;
}) {
  const { access, standing, words, slug, locale } = await openCommunityPage(params);
  // A moderator who is no manager finds the reports here and nothing else.
  if (!may.openDesk(standing)) {
    if (may.answerReports(standing)) return children;
    throw refuse.notFound();
  }
  const waiting = await deskCounts(openDesk(access));
  const w = words.manage;
  const count = (n: number) => (n > 0 ? number(n, locale) : undefined);
  return (
    <Desk
      label={w.desk}
      home={paths.manage(slug)}
      items={[
        { href: paths.manage(slug), label: w.overview },
        { href: paths.manage(slug, "people"), label: w.people },
        { href: paths.manage(slug, "requests"), label: w.requests, count: count(waiting.requests) },
        { href: paths.manage(slug, "invitations"), label: w.invitations },
        { href: paths.manage(slug, "spaces"), label: w.spaces },
        { href: paths.manage(slug, "badges"), label: w.badges },
        { href: paths.manage(slug, "tags"), label: words.tags.many },
        { href: paths.manage(slug, "rules"), label: words.held.rules.title },
        { href: paths.manage(slug, "reports"), label: w.reports, count: count(waiting.reports) },
        { href: paths.manage(slug, "limits"), label: words.limits.title },
        { href: paths.manage(slug, "imports"), label: words.imports.title },
        { href: paths.manage(slug, "settings"), label: w.settings },
      ]}
    >
      {children}
    </Desk>
  );
});
