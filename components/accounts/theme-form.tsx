import { RadioGroup } from "../ui/choice";
import { Form, type FormProps } from "../ui/form";

const order = ["auto", "light", "dark"] as const;

type Props = {
  form: Omit<FormProps, "children">;
  label: string;
  themes: Record<(typeof order)[number], string>;
  chosen: string;
  next: string;
  save: string;
};

export function ThemeForm({ form, label, themes, chosen, next, save }: Props) {
  return (
    <Form {...form} submitLabel={save} submitKind="sec">
      <input type="hidden" name="next" value={next} />
      <RadioGroup
        name="theme"
        label={label}
        chosen={[chosen]}
        options={order.map((value) => ({ value, label: themes[value] }))}
      />
    </Form>
  );
}
