import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Setting } from "@/components/shell/setting";
import { ButtonLink } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { fieldProps } from "@/components/ui/returned";
import { openCommunityModerator } from "@/lib/access/gate-moderation";
import { may } from "@/lib/access/policy";
import { lookAtHistory } from "@/lib/moderation/history";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";
import { openCommunityPage } from "../../../open";
import { Correct } from "./correct";
import { Past } from "./past";

type Params = Promise<{ community: string; person: string }>;

/** What moderators know of somebody, and their notes. Opening it leaves a row in "who looked", which the page says. */
export default orNothing(async function HistoryPage({ params }: { params: Params }) {
  const page = await openCommunityPage(params);
  const { access, standing, words, slug, reader, formTo } = page;
  const moderator = await openCommunityModerator(access);
  const person = await lookAtHistory(moderator, (await params).person);
  const w = words.moderation.history;
  const name = person.name ?? words.members.gone;
  const note = formTo("write-note");
  const them = { personId: person.id, owner: person.owner, role: person.role ?? "none" } as const;
  return (
    <>
      <PageHead
        title={w.title({ name })}
        actions={
          person.joinedAt ? (
            <ButtonLink
              href={may.openDesk(standing) ? paths.managePerson(slug, person.id) : paths.member(slug, person.id)}
              kind="sec"
            >
              <bdi>{name}</bdi>
            </ButtonLink>
          ) : undefined
        }
      />
      <div className="stack">
        {person.id === moderator.personId ? null : <Notice>{w.looked}</Notice>}
        <DefinitionList
          items={[
            {
              term: words.moderation.flags.facts.joined,
              detail: person.joinedAt ? day(new Date(person.joinedAt), reader) : words.moderation.flags.facts.left,
            },
            { term: words.moderation.flags.facts.posts, detail: number(person.posts, reader.locale) },
            { term: w.flagged, detail: w.found({ n: person.flagged, right: person.upheld }) },
            { term: w.flagsMade, detail: w.found({ n: person.flagsMade, right: person.flagsUpheld }) },
          ]}
        />
        <Past page={page} person={person} />
        {person.role && may.correctPerson(standing, them) ? <Correct page={page} person={person.id} /> : null}
        <Setting title={w.notes} about={w.notesText}>
          {person.notes.length ? (
            <ul className="lines">
              {person.notes.map(({ id, text, by, at }) => (
                <li key={id}>
                  <p className="said whitespace-pre-line" dir="auto">
                    {text}
                  </p>
                  <p className="meta">
                    {words.moderation.by({ who: by ?? words.members.gone, when: day(new Date(at), reader) })}
                  </p>
                </li>
              ))}
            </ul>
          ) : (
            <p className="quiet">{w.noNotes}</p>
          )}
          <Form {...note} submitLabel={w.save} submitKind="sec">
            <input type="hidden" name="person" value={person.id} />
            <Field
              {...fieldProps(note.returned, "text")}
              label={w.note}
              type="textarea"
              rows={3}
              required
              minLength={3}
              maxLength={2000}
              voice
            />
          </Form>
        </Setting>
      </div>
    </>
  );
});
