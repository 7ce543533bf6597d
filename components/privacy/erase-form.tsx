import { Checkbox, RadioGroup } from "@/components/ui/choice";
import { Form, type FormProps } from "@/components/ui/form";
import { checkProps, chosenProps } from "@/components/ui/returned";
import type { Words } from "@/lib/text";

type Props = { words: Words["privacy"]["erase"]; sent: Pick<FormProps, "action" | "formKey" | "words" | "returned"> };

/** Both ways out, explained where they are chosen. Neither is chosen beforehand. */
export function EraseForm({ words, sent }: Props) {
  return (
    <Form {...sent} submitLabel={words.button} submitKind="dan">
      <RadioGroup
        {...chosenProps(sent.returned, "mode")}
        label={words.mode}
        required
        cards
        options={[
          { value: "name", label: words.name, hint: words.nameHint },
          { value: "texts", label: words.texts, hint: words.textsHint },
        ]}
      />
      <Checkbox {...checkProps(sent.returned, "sure")} value="yes" label={words.sure} required />
    </Form>
  );
}
