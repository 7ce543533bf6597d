import { buttonClass } from "../ui/button";
import { Form, type FormProps } from "../ui/form";

type Props = {
  form: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  term: string;
  /** Where it stands, so that one stays there. */
  from: "list" | "term";
  label: string;
  words: { ours: string; notOurs: string; nothing: string };
  /** What this member said. */
  mine: boolean | null;
};

/** "Is this ours?" What was said is pressed in, and can be taken back. */
export function TermVote({ form, term, from, label, words, mine }: Props) {
  return (
    <Form {...form} className="termvote" label={label}>
      <input type="hidden" name="term" value={term} />
      <input type="hidden" name="from" value={from} />
      <div className="row">
        <button
          type="submit"
          name="says"
          value="ours"
          aria-pressed={mine === true}
          className={buttonClass({ small: true })}
        >
          {words.ours}
        </button>
        <button
          type="submit"
          name="says"
          value="not ours"
          aria-pressed={mine === false}
          className={buttonClass({ small: true })}
        >
          {words.notOurs}
        </button>
        {mine === null ? null : (
          <button type="submit" name="says" value="nothing" className={buttonClass({ kind: "qui", small: true })}>
            {words.nothing}
          </button>
        )}
      </div>
    </Form>
  );
}
