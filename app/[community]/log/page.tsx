import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { LoadMore } from "@/components/ui/load-more";
import { Time } from "@/components/ui/time";
import { openLog } from "@/lib/access/gate-moderation";
import { may } from "@/lib/access/policy";
import { readCursor } from "@/lib/communities/keyset";
import { moderationLog } from "@/lib/moderation/log/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { absolute } from "@/lib/text/dates";
import { type CommunityParams, nextPage, one, openCommunityPage, type Search } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).moderation.log.title });

/** Every act of the moderators, for themselves, and for members where the community chose that. */
export default orNothing(async function LogPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const { access, standing, words, slug, reader } = await openCommunityPage(params);
  const log = await openLog(access);
  const { rows, next } = await moderationLog(log, readCursor(one((await searchParams).after)));
  const w = words.moderation.log;
  const gone = words.members.gone;
  return (
    <div className="column">
      <PageHead title={w.title} lead={log.log === "of members" ? w.lead : w.leadModerators} />
      {rows.length ? (
        <ul className="lines">
          {rows.map(({ id, verb, at, by, person, thread }) => (
            <li key={id}>
              <p>
                {w.acts[verb]}
                {person ? (
                  <>
                    {": "}
                    {may.answerReports(standing) ? (
                      <Link className="link" href={paths.history(slug, person.id)}>
                        <bdi>{person.name ?? gone}</bdi>
                      </Link>
                    ) : (
                      <bdi>{person.name ?? gone}</bdi>
                    )}
                  </>
                ) : null}
              </p>
              <p className="meta">
                <bdi>{by ?? gone}</bdi>,{" "}
                <Time
                  iso={at}
                  text={absolute(new Date(at), reader)}
                  absolute={absolute(new Date(at), reader, { showZone: true })}
                />
                {thread ? (
                  <>
                    {", "}
                    <Link className="link" href={paths.thread(slug, thread)}>
                      <bdi>{thread.title || words.threads.untitled}</bdi>
                    </Link>
                  </>
                ) : null}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <EmptyState title={w.none}>{w.noneText}</EmptyState>
      )}
      <LoadMore href={nextPage(paths.log(slug), next)} label={words.common.more} />
    </div>
  );
});
