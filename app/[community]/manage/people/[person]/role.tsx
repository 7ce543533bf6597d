import { Setting } from "@/components/shell/setting";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { checkProps, fieldProps } from "@/components/ui/returned";
import { may } from "@/lib/access/policy";
import type { PersonAtDesk } from "@/lib/members/people";
import { openDeskPage } from "../../open";

type Props = { params: Promise<{ community: string }>; person: PersonAtDesk };

const roles = ["member", "representative", "manager"] as const;

/** Only roles that this viewer may give from the one the person has. */
export async function Role({ params, person }: Props) {
  const { standing, words, formTo } = await openDeskPage(params);
  const w = words.manage.person;
  const givable = roles.filter((role) => may.giveRole(standing, role, person.role));
  const form = formTo("give-role");
  return (
    <Setting title={w.role} about={may.giveRole(standing, "manager", "member") ? undefined : w.onlyOwner}>
      {givable.length ? (
        <Form {...form} submitLabel={w.giveRole} submitKind="sec">
          <input type="hidden" name="person" value={person.id} />
          <Field
            {...fieldProps(form.returned, "role", person.role)}
            label={w.role}
            type="select"
            options={givable.map((role) => ({ value: role, label: words.members.role[role] }))}
          />
          <Checkbox {...checkProps(form.returned, "employed", person.employed)} label={w.employed} />
        </Form>
      ) : (
        <p>{words.members.role[person.role]}</p>
      )}
    </Setting>
  );
}
