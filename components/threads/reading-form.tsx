import { Form, type FormProps } from "../ui/form";

type Props = {
  form: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  id: string;
  thread: string;
  /** Where the list is to which one goes back. */
  space: string;
};

/** Its buttons stand with the posts and name this form: twenty forms would weigh as much as the posts. */
export const ReadingForm = ({ form, id, thread, space }: Props) => (
  <Form {...form} id={id} className="reading">
    <input type="hidden" name="thread" value={thread} />
    <input type="hidden" name="space" value={space} />
  </Form>
);

type HereProps = { form: string; action: string; position: number; label: string };

/** Without scripts nothing notices how far somebody has come, and a page that is fetched need not have been read: they say so. */
export const ReadToHere = ({ form, action, position, label }: HereProps) => (
  <noscript>
    <p className="row">
      <button type="submit" className="btn sec sm" form={form} formAction={action} name="position" value={position}>
        {label}
      </button>
    </p>
  </noscript>
);
