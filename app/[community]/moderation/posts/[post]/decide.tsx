import { Setting } from "@/components/shell/setting";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { chosenProps, fieldProps } from "@/components/ui/returned";
import { may } from "@/lib/access/policy";
import type { measures } from "@/lib/moderation/flags/input";
import type { AuthorFacts } from "@/lib/moderation/flags/queries";
import { suspensionDays } from "@/lib/moderation/suspensions/input";
import type { openPostPage } from "../../../posts/[post]/open";

type Props = { page: Awaited<ReturnType<typeof openPostPage>>; author: AuthorFacts };
type Measure = (typeof measures)[number];

/** One form: what becomes of the post, and what it means for its author, as far as this moderator may. */
export function Decide({ page: { post, words, standing, formTo }, author }: Props) {
  const w = words.moderation;
  const form = formTo("decide-flags");
  const them = { personId: author.id, owner: author.owner, role: author.role ?? "none" } as const;
  const member = author.joinedAt !== null;
  const open: Measure[] = [
    "none",
    ...(member && may.correctPerson(standing, them) ? (["warning", "silence"] as const) : []),
    ...(member && may.removePerson(standing, them) ? (["suspension", "removal"] as const) : []),
  ];
  return (
    <Setting title={w.flags.decide} about={w.flags.decideText}>
      <Form {...form} submitLabel={w.flags.decide}>
        <input type="hidden" name="post" value={post.post.id} />
        <RadioGroup
          {...chosenProps(form.returned, "decision")}
          label={w.flags.decision}
          options={[
            { value: "kept", label: w.flags.kept },
            { value: "hidden", label: w.flags.hidden },
          ]}
          required
        />
        {open.length > 1 ? (
          <>
            <RadioGroup
              {...chosenProps(form.returned, "measure", ["none"])}
              label={w.flags.measure}
              options={open.map((value) => ({ value, label: w.flags.measures[value] }))}
            />
            <Field
              {...fieldProps(form.returned, "days", "7")}
              label={w.flags.days}
              hint={w.flags.daysHint}
              type="select"
              options={suspensionDays.map((n) => ({ value: String(n), label: w.length({ n }) }))}
            />
          </>
        ) : null}
        <Field
          {...fieldProps(form.returned, "reason")}
          label={w.flags.reason}
          hint={w.flags.reasonHint}
          type="textarea"
          rows={3}
          maxLength={500}
          voice
        />
      </Form>
    </Setting>
  );
}
