import { orNothing } from "@/app/_frames/or-nothing";
import { PersonLine } from "@/components/members/person-line";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { lookAtPerson } from "@/lib/members/people";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { personLine } from "../../../person";
import { openDeskPage } from "../../open";
import { Duties } from "./duties";
import { Role } from "./role";
import { Standing } from "./standing";

type Params = Promise<{ community: string; person: string }>;

/** Opening it leaves a row in "who looked", which the page says. */
export default orNothing(async function PersonPage({ params }: { params: Params }) {
  const page = await openDeskPage(params);
  const { desk, words, slug, reader } = page;
  const person = await lookAtPerson(desk, (await params).person);
  const w = words.manage;
  const name = person.name ?? words.members.gone;
  return (
    <>
      <PageHead
        before={
          <Breadcrumb
            label={w.people}
            items={[{ label: w.people, href: paths.manage(slug, "people") }, { label: name }]}
          />
        }
        title={name}
        actions={
          <>
            <ButtonLink href={paths.member(slug, person.id)}>{w.person.page}</ButtonLink>
            <ButtonLink href={paths.history(slug, person.id)} kind="sec">
              {words.moderation.history.short}
            </ButtonLink>
          </>
        }
      />
      <div className="stack">
        {person.id === desk.personId ? null : <Notice>{w.person.looked}</Notice>}
        <PersonLine {...personLine(page, person)} href={undefined} />
        <DefinitionList
          items={[
            { term: w.columns.since, detail: day(new Date(person.joinedAt), reader) },
            { term: w.columns.by, detail: person.bringer ?? w.alone },
            {
              term: w.person.brought,
              detail: person.brought.length ? (
                <ul>
                  {person.brought.map(({ id, name: whom }) => (
                    <li key={id}>
                      <Link className="link" href={paths.managePerson(slug, id)}>
                        {whom ?? words.members.gone}
                      </Link>
                    </li>
                  ))}
                </ul>
              ) : (
                w.person.nobodyBrought
              ),
            },
          ]}
        />
        <Role params={params} person={person} />
        <Duties params={params} person={person} />
        <Standing params={params} person={person} />
      </div>
    </>
  );
});
