import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { deskCounts } from "@/lib/communities/queries";
import { paths } from "@/lib/paths";
import type { CommunityParams } from "../open";
import { openDeskPage } from "./open";

/** What waits, and nothing else: numbers without an act behind them are for the pulse. */
export default async function DeskPage({ params }: { params: CommunityParams }) {
  const { desk, words, slug } = await openDeskPage(params);
  const { requests, reports } = await deskCounts(desk);
  const w = words.manage;
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <div className="column stack">
        {requests ? (
          <Notice
            kind="accent"
            title={w.waitingRequests({ n: requests })}
            actions={<ButtonLink href={paths.manage(slug, "requests")}>{w.open}</ButtonLink>}
          />
        ) : null}
        {reports ? (
          <Notice
            kind="accent"
            title={w.waitingReports({ n: reports })}
            actions={<ButtonLink href={paths.manage(slug, "reports")}>{w.open}</ButtonLink>}
          />
        ) : null}
        {requests || reports ? null : <EmptyState title={w.allDone}>{w.allDoneText}</EmptyState>}
      </div>
    </>
  );
}
