import type { ReactNode } from "react";
import { CheckboxGroup, RadioGroup } from "../ui/choice";
import { Form, type FormProps } from "../ui/form";
import { chosenProps } from "../ui/returned";

type FormFacts = Pick<FormProps, "action" | "formKey" | "words" | "returned">;
export type PollProps = {
  id: string;
  question: string;
  lang: string;
  /** How many one may choose, and what that is called. */
  most: number;
  rule: string;
  options: readonly { value: string; label: string }[];
  chosen: readonly string[];
  /** For who may vote now. */
  vote?: { form: FormFacts; submit: string; sees: ReactNode };
  /** For who has voted. */
  back?: { form: FormFacts; submit: string; change: string };
  results?: ReactNode;
  /** How many voted, until when, why no results are shown. */
  facts: readonly string[];
  /** For its author and who moderates. */
  acts?: ReactNode;
};

/** A question with what people answered. Whoever has voted sees the results first, and their choice behind a fold. */
export function Poll(props: PollProps) {
  const { id, question, lang, vote, back, results, facts, acts } = props;
  return (
    <section className="poll" aria-labelledby={`poll-${id}-question`}>
      <h3 className="h4" id={`poll-${id}-question`} lang={lang} dir="auto">
        {question}
      </h3>
      {vote && !back ? <VoteForm {...props} vote={vote} /> : null}
      {results}
      <p className="meta">{facts.join(" · ")}</p>
      {vote && back ? (
        <details>
          <summary>{back.change}</summary>
          <VoteForm {...props} vote={vote} />
          <Form {...back.form} submitLabel={back.submit} submitKind="qui" submitSmall>
            <input type="hidden" name="poll" value={id} />
          </Form>
        </details>
      ) : null}
      {acts ? <div className="row">{acts}</div> : null}
    </section>
  );
}

function VoteForm({
  id,
  question,
  rule,
  most,
  options,
  chosen,
  vote,
}: PollProps & { vote: NonNullable<PollProps["vote"]> }) {
  const { form, submit, sees } = vote;
  const Group = most === 1 ? RadioGroup : CheckboxGroup;
  return (
    <Form {...form} submitLabel={submit} beside={sees} label={question}>
      <input type="hidden" name="poll" value={id} />
      <Group
        {...chosenProps(form.returned, "options", [...chosen])}
        id={`poll-${id}`}
        label={rule}
        options={options}
        required={most === 1}
      />
    </Form>
  );
}
