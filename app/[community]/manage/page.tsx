import { orNothing } from "@/app/_frames/or-nothing";
import { Waiting } from "@/components/manage/waiting";
import { PeopleList } from "@/components/members/person-line";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { newFor, overview } from "@/lib/communities/queries";
import { newcomers } from "@/lib/members/people";
import { paths } from "@/lib/paths";
import { absolute, relative } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";
import type { CommunityParams } from "../open";
import { personLine } from "../person";
import { openDeskPage } from "./open";

/** What waits and who is new: numbers without an act behind them are for the pulse. */
export default orNothing(async function DeskPage({ params }: { params: CommunityParams }) {
  const page = await openDeskPage(params);
  const { desk, words, slug, reader, locale } = page;
  const [now, people] = await Promise.all([overview(desk), newcomers(desk)]);
  const w = words.manage;
  const at = new Date();
  const since = (iso: string | null) => iso && w.firstSince({ when: relative(new Date(iso), at, reader) });
  const waits = now.requests + now.reports > 0;
  return (
    <div className="column">
      <PageHead title={w.title} lead={waits ? w.lead : w.allDone} />
      <Waiting
        label={w.waiting}
        items={[
          {
            href: paths.manage(slug, "requests"),
            figure: number(now.requests, locale),
            label: w.waitingRequests({ n: now.requests }),
            meta: since(now.requestsSince) ?? undefined,
            now: now.requests > 0,
          },
          {
            href: paths.manage(slug, "reports"),
            figure: number(now.reports, locale),
            label: w.waitingReports({ n: now.reports }),
            meta: since(now.reportsSince) ?? undefined,
            now: now.reports > 0,
          },
          {
            href: paths.manage(slug, "invitations"),
            figure: number(now.invitations, locale),
            label: w.openInvitations({ n: now.invitations }),
            meta: now.runningOut ? w.runningOut({ n: now.runningOut }) : undefined,
            now: false,
          },
          ...(now.suspended
            ? [
                {
                  href: `${paths.manage(slug, "people")}?show=suspended`,
                  figure: number(now.suspended, locale),
                  label: w.suspendedNow({ n: now.suspended }),
                  now: false,
                },
              ]
            : []),
        ]}
      />
      <section className="section" aria-labelledby="newcomers">
        <div className="sechead">
          <h2 className="h2" id="newcomers">
            {w.newcomers({ n: now.newcomers, days: newFor })}
          </h2>
          <Link className="link" href={paths.manage(slug, "people")}>
            {w.allPeople}
          </Link>
        </div>
        {people.length ? (
          <PeopleList
            people={people.map((person) => ({
              ...personLine(page, person),
              meta: (
                <time dateTime={person.joinedAt} title={absolute(new Date(person.joinedAt), reader)}>
                  {w.cameBy({
                    when: relative(new Date(person.joinedAt), at, reader),
                    who: person.bringer,
                  })}
                </time>
              ),
            }))}
          />
        ) : (
          <EmptyState
            title={w.noNewcomers}
            action={<ButtonLink href={paths.invite(slug)}>{words.communities.nav.invite}</ButtonLink>}
          >
            {w.noNewcomersText}
          </EmptyState>
        )}
      </section>
    </div>
  );
});
