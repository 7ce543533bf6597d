import type { Metadata } from "next";
import type { ReactNode } from "react";
import { orNothing } from "@/app/_frames/or-nothing";
import { Desk } from "@/components/manage/desk-nav";
import { may } from "@/lib/access/policy";
import { moderationCounts } from "@/lib/moderation/counts";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { number } from "@/lib/text/numbers";
import type { CommunityParams } from "../open";
import { openModerationPage } from "./open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).moderation.title });

/** The frame of the rooms of moderation. Each page asks the gate again: a layout stays while pages change beneath it. */
export default orNothing(async function ModerationLayout({
  children,
  params,
}: {
  children: ReactNode;
  params: CommunityParams;
}) {
  const { moderator, standing, words, slug, locale } = await openModerationPage(params);
  const waiting = await moderationCounts(moderator);
  const w = words.moderation;
  const count = (n: number) => (n > 0 ? number(n, locale) : undefined);
  return (
    <Desk
      label={w.title}
      home={paths.moderation(slug)}
      items={[
        { href: paths.moderation(slug), label: w.flags.title, count: count(waiting.flags) },
        { href: paths.moderation(slug, "held"), label: words.held.tab, count: count(waiting.held) },
        ...(may.answerReports(standing)
          ? [
              { href: paths.moderation(slug, "appeals"), label: w.appeals.title, count: count(waiting.appeals) },
              { href: paths.manage(slug, "reports"), label: w.reports, count: count(waiting.reports) },
            ]
          : []),
        { href: paths.log(slug), label: w.log.title },
      ]}
    >
      {children}
    </Desk>
  );
});
