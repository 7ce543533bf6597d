import { orNothing } from "@/app/_frames/or-nothing";
import { PersonLine } from "@/components/members/person-line";
import { PageHead } from "@/components/shell/page-head";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { LoadMore } from "@/components/ui/load-more";
import { Table } from "@/components/ui/table";
import { Tabs } from "@/components/ui/tabs";
import { Tag } from "@/components/ui/tag";
import { readCursor } from "@/lib/communities/keyset";
import { peopleAtDesk } from "@/lib/members/people";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { type CommunityParams, nextPage, one, type Search } from "../../open";
import { personLine } from "../../person";
import { openDeskPage } from "../open";
import { Removed } from "./removed";

export default orNothing(async function PeoplePage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const page = await openDeskPage(params);
  const { desk, words, slug, reader } = page;
  const { after, name, show } = await searchParams;
  const search = one(name) ?? "";
  const suspended = one(show) === "suspended";
  const { rows, next } = await peopleAtDesk(desk, search, readCursor(one(after)), suspended);
  const w = words.manage;
  return (
    <>
      <PageHead title={w.people} />
      <form className="flex flex-wrap items-end gap-4" action={paths.manage(slug, "people")}>
        <Field name="name" label={w.searchPeople} type="search" value={search} maxLength={60} />
        <button type="submit" className={buttonClass({})}>
          {w.find}
        </button>
      </form>
      <Tabs
        label={w.people}
        tabs={[
          { href: paths.manage(slug, "people"), label: w.everybody, current: !suspended },
          { href: `${paths.manage(slug, "people")}?show=suspended`, label: w.states.suspended, current: suspended },
        ]}
      />
      <div>
        {rows.length ? (
          <Table
            caption={w.people}
            columns={[
              { key: "person", label: w.columns.person },
              { key: "since", label: w.columns.since },
              { key: "by", label: w.columns.by },
              { key: "state", label: w.columns.state, end: true },
            ]}
            rows={rows.map((person) => ({
              key: person.id,
              cells: {
                person: (
                  <PersonLine
                    {...personLine(page, person)}
                    meta={undefined}
                    href={paths.managePerson(slug, person.id)}
                  />
                ),
                since: day(new Date(person.joinedAt), reader),
                by: person.bringer ?? w.alone,
                // Nothing at all where there is nothing to say: a phone then leaves the line out.
                state:
                  person.suspended || person.moderates ? (
                    <span className="row">
                      {person.suspended ? <Tag kind="bad">{w.states.suspended}</Tag> : null}
                      {person.moderates ? <Tag>{w.states.moderates}</Tag> : null}
                    </span>
                  ) : null,
              },
            }))}
          />
        ) : (
          <EmptyState title={suspended && !search ? w.noneSuspended : w.nobody}>
            {suspended && !search ? null : w.nobodyText}
          </EmptyState>
        )}
        <LoadMore
          href={nextPage(paths.manage(slug, "people"), next, {
            ...(search ? { name: search } : {}),
            ...(suspended ? { show: "suspended" } : {}),
          })}
          label={words.common.more}
        />
      </div>
      {search || after || suspended ? null : <Removed params={params} />}
    </>
  );
});
