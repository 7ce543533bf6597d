import type { ReactNode } from "react";
import { Field } from "../ui/field";
import { fieldProps, type Returned } from "../ui/returned";

type Props = { returned?: Returned; label: string; hint: string; stored?: string };

/** A limit would cut what is pasted without a word: what is too long is refused with one, and kept. */
export function PostText({
  returned,
  label,
  hint,
  stored,
  rows,
  focused,
  extras,
}: Props & { rows: number; focused?: boolean; extras?: ReactNode }) {
  return (
    <>
      <Field
        {...fieldProps(returned, "text", stored)}
        label={label}
        hint={hint}
        type="textarea"
        rows={rows}
        required
        voice
        dir="auto"
        autoFocus={focused}
      />
      {extras}
    </>
  );
}

export function ThreadTitle({ returned, label, hint, stored, longest }: Props & { longest: number }) {
  return (
    <Field
      {...fieldProps(returned, "title", stored)}
      label={label}
      hint={hint}
      required
      minLength={3}
      maxLength={longest}
      voice
      dir="auto"
    />
  );
}
