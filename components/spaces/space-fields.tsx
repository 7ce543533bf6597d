import { CheckboxGroup, RadioGroup, Switch } from "../ui/choice";
import { Field } from "../ui/field";
import { checkProps, chosenProps, fieldProps, type Returned } from "../ui/returned";

type Words = {
  name: string;
  purpose: string;
  purposeHint: string;
  address: string;
  reads: string;
  writes: string;
  everyone: string;
  membersOnly: string;
  holdersOnly: string;
  hidden: string;
  edit: {
    readBadges: string;
    writeBadges: string;
    needs: string;
    needsAny: string;
    needsAll: string;
    door: string;
    listed: string;
    listedHint: string;
    hiddenHint: string;
    questions: string;
    questionsHint: string;
    language: string;
    languageHint: string;
    detected: string;
    asTyped: string;
    noBadges: string;
  };
};
type Stored = {
  name: string;
  slug: string;
  purpose: string;
  readAudience: string;
  writeAudience: string;
  readBadges: readonly string[];
  writeBadges: readonly string[];
  needs: string;
  door: string;
  questions?: boolean;
  language?: string;
};
type Props = {
  words: Words;
  badges: readonly { id: string; name: string }[];
  /** Languages by the names that search has for them, as this reader calls them. */
  languages: readonly { value: string; label: string }[];
  stored?: Stored;
  returned?: Returned;
};

const fresh: Stored = {
  name: "",
  slug: "",
  purpose: "",
  readAudience: "everyone",
  writeAudience: "members",
  readBadges: [],
  writeBadges: [],
  needs: "any",
  door: "listed",
};

/** Without scripts every question stands here; the badges count only where an audience asks for them. */
export function SpaceFields({ words: w, badges, languages, stored = fresh, returned }: Props) {
  const named = badges.map(({ id, name }) => ({ value: id, label: name }));
  const holders = { value: "badges", label: w.holdersOnly, disabled: named.length === 0 };
  return (
    <>
      <Field {...fieldProps(returned, "name", stored.name)} label={w.name} required maxLength={60} />
      <Field {...fieldProps(returned, "slug", stored.slug)} label={w.address} required maxLength={40} dir="ltr" />
      <Field
        {...fieldProps(returned, "purpose", stored.purpose)}
        label={w.purpose}
        hint={w.purposeHint}
        type="textarea"
        rows={2}
        required
        maxLength={300}
        voice
      />
      <RadioGroup
        {...chosenProps(returned, "readAudience", stored.readAudience)}
        label={w.reads}
        hint={named.length === 0 ? w.edit.noBadges : undefined}
        options={[{ value: "everyone", label: w.everyone }, { value: "members", label: w.membersOnly }, holders]}
      />
      {named.length ? (
        <CheckboxGroup
          {...chosenProps(returned, "readBadges", [...stored.readBadges])}
          label={w.edit.readBadges}
          options={named}
        />
      ) : null}
      <RadioGroup
        {...chosenProps(returned, "writeAudience", stored.writeAudience)}
        label={w.writes}
        options={[{ value: "members", label: w.membersOnly }, holders]}
      />
      {named.length ? (
        <>
          <CheckboxGroup
            {...chosenProps(returned, "writeBadges", [...stored.writeBadges])}
            label={w.edit.writeBadges}
            options={named}
          />
          <RadioGroup
            {...chosenProps(returned, "needs", stored.needs)}
            label={w.edit.needs}
            options={[
              { value: "any", label: w.edit.needsAny },
              { value: "all", label: w.edit.needsAll },
            ]}
          />
        </>
      ) : null}
      <RadioGroup
        {...chosenProps(returned, "door", stored.door)}
        label={w.edit.door}
        cards
        options={[
          { value: "listed", label: w.edit.listed, hint: w.edit.listedHint },
          { value: "hidden", label: w.hidden, hint: w.edit.hiddenHint },
        ]}
      />
      <Switch
        {...checkProps(returned, "questions", stored.questions)}
        label={w.edit.questions}
        hint={w.edit.questionsHint}
        value="on"
        id="f-questions"
      />
      <Field
        {...fieldProps(returned, "language", stored.language ?? "detected")}
        label={w.edit.language}
        hint={w.edit.languageHint}
        type="select"
        options={[
          { value: "detected", label: w.edit.detected },
          ...languages,
          { value: "simple", label: w.edit.asTyped },
        ]}
      />
    </>
  );
}
