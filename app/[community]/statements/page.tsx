import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { Tag } from "@/components/ui/tag";
import { openConcerned } from "@/lib/access/gate-moderation";
import { readCursor } from "@/lib/communities/keyset";
import { myStatements } from "@/lib/moderation/statements/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await currentWords()).moderation.statements.title,
});

/** What was decided about oneself. Also for who is suspended, or was removed. */
export default orNothing(async function StatementsPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const { access, words, slug, reader } = await openCommunityPage(params);
  const { rows, next } = await myStatements(openConcerned(access), readCursor(one((await searchParams).after)));
  const w = words.moderation.statements;
  return (
    <div className="column">
      <PageHead title={w.title} lead={w.lead} />
      {rows.length ? (
        <ul className="lines">
          {rows.map(({ id, kind, reason, at, liftedAt, appealedAt, granted }) => (
            <li key={id}>
              <p className="row">
                <Link className="link" href={paths.statement(slug, id)}>
                  {w.kinds[kind]}
                </Link>
                <span className="meta">{w.when({ date: day(new Date(at), reader) })}</span>
                {liftedAt || granted ? (
                  <Tag kind="good">{words.moderation.appeals.wasGranted}</Tag>
                ) : appealedAt ? (
                  <Tag>{words.moderation.history.appealed}</Tag>
                ) : null}
              </p>
              <p className="said" dir="auto">
                {reason}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      )}
      <LoadMore href={nextPage(paths.statements(slug), next)} label={words.common.more} />
    </div>
  );
});
