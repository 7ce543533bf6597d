import type { Words } from "@/lib/text";
import { BadgeFigure } from "../figures/badge-figure";
import { RadioGroup } from "../ui/choice";
import { Field } from "../ui/field";
import { chosenProps, fieldProps, type Returned } from "../ui/returned";

type Facts = { name: string; meaning: string; earned: string; kind: string; motif: string };
type Props = {
  words: Pick<Words, "badges" | "common">;
  returned: Returned | undefined;
  stored?: Facts;
  /** Of a second such form on one page. */
  id?: string;
};

/** What a badge says and looks like. */
export function BadgeFields({ words, returned, stored, id }: Props) {
  const w = words.badges;
  const field = (name: keyof Facts, first?: string) => ({
    ...fieldProps(returned, name, stored?.[name] ?? first),
    id: id && `${name}-${id}`,
  });
  return (
    <>
      <Field {...field("name")} label={w.name} required maxLength={40} />
      <Field {...field("meaning")} label={w.meaning} type="textarea" rows={2} required maxLength={300} voice />
      <Field
        {...field("earned")}
        label={w.earned}
        optional={words.common.optional}
        type="textarea"
        rows={2}
        maxLength={300}
        voice
      />
      <Field
        {...field("kind", "contribution")}
        label={w.kind}
        type="select"
        options={Object.entries(w.kinds).map(([value, label]) => ({ value, label }))}
      />
      <RadioGroup
        {...chosenProps(returned, "motif", stored?.motif ?? "key")}
        id={id && `motif-${id}`}
        label={w.motif}
        tiles
        options={Object.entries(w.motifs).map(([value, label]) => ({
          value,
          label,
          figure: <BadgeFigure name={stored?.name ?? value} label="" motif={value} size={40} />,
        }))}
      />
    </>
  );
}
