import { Form, type FormProps } from "../ui/form";
import { ReactionIcon } from "./reaction-icons";

type Props = {
  form: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  post: string;
  mine: string | null;
  kinds: readonly { kind: string; label: string }[];
  words: { label: string; hint: string };
};

/** The picker as a form of plain buttons. One's own takes itself back. */
export function ReactionChoice({ form, post, mine, kinds, words }: Props) {
  return (
    <Form {...form} label={words.label}>
      <input type="hidden" name="post" value={post} />
      <p className="hint">{words.hint}</p>
      <div className="row">
        {kinds.map(({ kind, label }) => (
          <button
            key={kind}
            type="submit"
            name="kind"
            value={kind === mine ? "" : kind}
            className={kind === mine ? "react mine" : "react"}
            aria-pressed={kind === mine}
          >
            <span className="g">
              <ReactionIcon kind={kind} />
            </span>
            {label}
          </button>
        ))}
      </div>
    </Form>
  );
}
