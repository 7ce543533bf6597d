import { Setting } from "@/components/shell/setting";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { Tag } from "@/components/ui/tag";
import { may } from "@/lib/access/policy";
import type { PersonAtDesk } from "@/lib/members/people";
import { suspensionDays } from "@/lib/moderation/suspensions/input";
import { day } from "@/lib/text/dates";
import { openDeskPage } from "../../open";

type Props = { params: Promise<{ community: string }>; person: PersonAtDesk };

/** Suspending and removing, each with a reason that the person reads, and what was done before. */
export async function Standing({ params, person }: Props) {
  const { desk, standing, words, reader, formTo } = await openDeskPage(params);
  const w = words.moderation;
  const mayAct = may.removePerson(standing, { personId: person.id, owner: person.owner, role: person.role });
  const [suspend, remove] = [formTo("suspend"), formTo("remove-person")];
  return (
    <>
      <Setting title={w.suspensions}>
        {person.suspensions.length ? (
          <ul className="lines">
            {person.suspensions.map(({ id, reason, by, since, until, active }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-4">
                <span>
                  <Tag kind={active ? "bad" : "plain"}>{active ? w.active : w.over}</Tag>{" "}
                  {until ? w.untilWhen({ date: day(new Date(until), reader) }) : w.noEnd}
                  <span className="said block">{reason}</span>
                  <span className="meta">
                    {w.givenBy({ who: by ?? words.members.gone, when: day(new Date(since), reader) })}
                  </span>
                </span>
                {active && person.id !== desk.personId ? (
                  <Form {...formTo("lift-suspension")} submitLabel={w.lift} submitKind="sec" submitSmall>
                    <input type="hidden" name="person" value={person.id} />
                    <input type="hidden" name="suspension" value={id} />
                  </Form>
                ) : null}
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{w.noSuspensions}</p>
        )}
        {mayAct ? null : (
          <p className="quiet">
            {person.id === desk.personId ? words.manage.person.self : words.manage.person.untouchable}
          </p>
        )}
      </Setting>
      {mayAct ? (
        <>
          <Setting title={w.suspend} about={w.suspendText}>
            <Form {...suspend} submitLabel={w.suspend} submitKind="dan">
              <input type="hidden" name="person" value={person.id} />
              <Field
                {...fieldProps(suspend.returned, "days", "7")}
                label={w.days}
                type="select"
                options={suspensionDays.map((n) => ({ value: String(n), label: w.length({ n }) }))}
              />
              <Reason id="suspend-reason" words={w} returned={suspend.returned} />
            </Form>
          </Setting>
          <Setting title={w.remove} about={w.removeText}>
            <Form {...remove} submitLabel={w.remove} submitKind="dan">
              <input type="hidden" name="person" value={person.id} />
              <Reason id="remove-reason" words={w} returned={remove.returned} />
            </Form>
          </Setting>
        </>
      ) : null}
    </>
  );
}

type ReasonProps = {
  id: string;
  words: { reason: string; reasonHint: string };
  returned: Parameters<typeof fieldProps>[0];
};

const Reason = ({ id, words, returned }: ReasonProps) => (
  <Field
    {...fieldProps(returned, "reason")}
    id={id}
    label={words.reason}
    hint={words.reasonHint}
    type="textarea"
    rows={3}
    required
    minLength={3}
    maxLength={500}
    voice
  />
);
