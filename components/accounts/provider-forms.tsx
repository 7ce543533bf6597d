import { Form, type FormProps } from "../ui/form";

type Props = {
  providers: readonly { id: string; label: string; form: Omit<FormProps, "children"> }[];
  next: string;
  or: string;
};

/** One button for each place whose account opens this one. */
export function ProviderForms({ providers, next, or }: Props) {
  if (providers.length === 0) return null;
  return (
    <>
      {providers.map(({ id, label, form }) => (
        <Form key={id} {...form} submitLabel={label} submitKind="sec" submitWide>
          <input type="hidden" name="provider" value={id} />
          <input type="hidden" name="next" value={next} />
        </Form>
      ))}
      <p className="or">{or}</p>
    </>
  );
}
