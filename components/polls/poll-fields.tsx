import { RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { chosenProps, fieldProps, type Returned } from "../ui/returned";

type When = "always" | "voted" | "closed";
type Words = {
  add: string;
  question: string;
  options: string;
  optionsHint: string;
  most: string;
  results: string;
  resultsWhen: Record<When, string>;
  ballot: string;
  ballots: Record<"secret" | "open", string>;
  ballotHint: string;
  closes: string;
  closesHint: string;
};

/** A poll beside what one writes, folded away until somebody wants one; left empty, there is none. */
export function PollFields({ returned, words }: { returned?: Returned; words: Words }) {
  const typed = Boolean(returned?.values.pollQuestion || returned?.values.pollOptions);
  return (
    <details className="pollfields" open={typed || undefined}>
      <summary>{words.add}</summary>
      <div className="form">
        <Field {...fieldProps(returned, "pollQuestion")} label={words.question} maxLength={200} dir="auto" voice />
        <Field
          {...fieldProps(returned, "pollOptions")}
          label={words.options}
          hint={words.optionsHint}
          type="textarea"
          rows={4}
          dir="auto"
        />
        <Field
          {...fieldProps(returned, "pollMost", "1")}
          label={words.most}
          type="number"
          min={1}
          max={20}
          inputMode="numeric"
        />
        <Field
          {...fieldProps(returned, "pollResults", "always")}
          label={words.results}
          type="select"
          options={(["always", "voted", "closed"] as const).map((value) => ({
            value,
            label: words.resultsWhen[value],
          }))}
        />
        <RadioGroup
          {...chosenProps(returned, "pollBallot", "secret")}
          label={words.ballot}
          hint={words.ballotHint}
          options={(["secret", "open"] as const).map((value) => ({ value, label: words.ballots[value] }))}
        />
        <Field
          {...fieldProps(returned, "pollCloses")}
          label={words.closes}
          hint={words.closesHint}
          type="datetime-local"
        />
      </div>
    </details>
  );
}
