import { Setting } from "@/components/shell/setting";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import type { PersonAtDesk } from "@/lib/members/people";
import { spacesAtDesk } from "@/lib/spaces/queries";
import { openDeskPage } from "../../open";

type Props = { params: Promise<{ community: string }>; person: PersonAtDesk };

export async function Duties({ params, person }: Props) {
  const { desk, words, formTo } = await openDeskPage(params);
  const spaces = await spacesAtDesk(desk);
  const w = words.manage.person;
  const form = formTo("give-duty");
  return (
    <Setting title={w.duties} about={w.dutiesText}>
      {person.duties.length ? (
        <ul className="lines">
          {person.duties.map(({ id, space }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-4">
              {space ?? w.wholeCommunity}
              <Form {...formTo("end-duty")} submitLabel={w.endDuty} submitKind="sec" submitSmall>
                <input type="hidden" name="person" value={person.id} />
                <input type="hidden" name="duty" value={id} />
              </Form>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{w.noDuties}</p>
      )}
      <Form {...form} submitLabel={w.giveDuty} submitKind="sec">
        <input type="hidden" name="person" value={person.id} />
        <Field
          {...fieldProps(form.returned, "space", "")}
          label={w.dutyOf}
          type="select"
          options={[
            { value: "", label: w.wholeCommunity },
            ...spaces.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Form>
    </Setting>
  );
}
