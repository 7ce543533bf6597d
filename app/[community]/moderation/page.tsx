import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { Notice } from "@/components/ui/notice";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { readCursor } from "@/lib/communities/keyset";
import { flaggedPosts } from "@/lib/moderation/flags/queries";
import { paths } from "@/lib/paths";
import { absolute, relative } from "@/lib/text/dates";
import { type CommunityParams, nextPage, one, type Search } from "../open";
import { Arrivals } from "./arrivals";
import { openModerationPage } from "./open";

/** What was flagged and waits, the longest waiting first. */
export default orNothing(async function FlaggedPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const here = await openModerationPage(params);
  const { moderator, words, slug, reader } = here;
  const { after, done } = await searchParams;
  const { rows, next } = await flaggedPosts(moderator, readCursor(one(after)));
  const w = words.moderation;
  const now = new Date();
  return (
    <>
      <PageHead title={w.flags.title} />
      <Arrivals here={here} />
      {done ? <Notice kind="good" live title={w.flags.done} /> : null}
      {rows.length ? null : <EmptyState title={w.flags.none}>{w.flags.noneText}</EmptyState>}
      <div className="column stack">
        {rows.map(({ id, author, beginning, thread, space, flags, reasons, since }) => (
          <Card key={id} label={w.flags.post}>
            <p className="row">
              {reasons.map((reason) => (
                <Tag key={reason} kind="accent">
                  {w.reasons[reason]}
                </Tag>
              ))}
              <span className="meta">
                {w.flags.times({ n: flags })},{" "}
                <Time
                  iso={since}
                  text={relative(new Date(since), now, reader)}
                  absolute={absolute(new Date(since), reader)}
                />
              </span>
            </p>
            <p className="said">
              <bdi>{beginning}</bdi>
            </p>
            <p className="meta">
              {w.flags.by({
                who: author ?? words.members.gone,
                title: thread.title || words.threads.untitled,
                space,
              })}
            </p>
            <p>
              <ButtonLink href={paths.flagged(slug, id)} kind="sec">
                {w.flags.look}
              </ButtonLink>
            </p>
          </Card>
        ))}
      </div>
      <LoadMore href={nextPage(paths.moderation(slug), next)} label={words.common.more} />
    </>
  );
});
