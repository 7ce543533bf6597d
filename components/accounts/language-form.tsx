import { Button } from "../ui/button";
import { Form, type FormProps } from "../ui/form";

type Props = {
  form: Omit<FormProps, "children">;
  label: string;
  /** Each by the name it has for those who speak it. */
  languages: readonly { locale: string; name: string }[];
  next: string;
};

/** Another language by one press, for who has no settings to choose it in. */
export function LanguageForm({ form, label, languages, next }: Props) {
  return (
    <Form {...form} label={label} className="row">
      <input type="hidden" name="next" value={next} />
      {languages.map(({ locale, name }) => (
        <Button key={locale} type="submit" kind="qui" small name="locale" value={locale} lang={locale}>
          {name}
        </Button>
      ))}
    </Form>
  );
}
