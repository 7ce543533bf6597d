import { Setting } from "@/components/shell/setting";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { chosenProps, fieldProps } from "@/components/ui/returned";
import { suspensionDays } from "@/lib/moderation/suspensions/input";
import type { openCommunityPage } from "../../../open";

type Props = { page: Awaited<ReturnType<typeof openCommunityPage>>; person: string };

/** What needs no single post: a word about how somebody behaves, or a time without saying anything. */
export function Correct({ page: { words, formTo }, person }: Props) {
  const w = words.moderation;
  const form = formTo("correct-person");
  return (
    <Setting title={w.history.correct} about={w.history.correctText}>
      <Form {...form} submitLabel={w.history.submit} submitKind="dan">
        <input type="hidden" name="person" value={person} />
        <RadioGroup
          {...chosenProps(form.returned, "measure", ["warning"])}
          label={w.history.measure}
          options={(["warning", "silence"] as const).map((value) => ({ value, label: w.flags.measures[value] }))}
          required
        />
        <Field
          {...fieldProps(form.returned, "days", "7")}
          label={w.flags.days}
          hint={w.flags.daysHint}
          type="select"
          options={suspensionDays.map((n) => ({ value: String(n), label: w.length({ n }) }))}
        />
        <Field
          {...fieldProps(form.returned, "reason")}
          label={w.reason}
          hint={w.reasonHint}
          type="textarea"
          rows={3}
          required
          minLength={3}
          maxLength={500}
          voice
        />
      </Form>
    </Setting>
  );
}
