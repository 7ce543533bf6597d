import type { ReactNode } from "react";
import { Field } from "../ui/field";
import { fieldProps, type Returned } from "../ui/returned";
import { Writer, type WriterWords } from "./composer/writer";

type Props = { returned?: Returned; label: string; hint: string; stored?: string };

export type Writing = {
  words: WriterWords;
  /** Where what was typed is drawn. */
  preview: string;
  /** The language the community speaks. */
  lang: string;
};

/**
 * The field for what people say, with its toolbar and preview. It stays a plain textarea: whatever else helps with writing finds
 * it by its id, `f-text`, and may stand in the toolbar as `children`.
 * A limit would cut what is pasted without a word: what is too long is refused with one, and kept.
 */
export function PostText({
  returned,
  label,
  hint,
  stored,
  rows,
  focused,
  placeholder,
  writing,
  children,
}: Props & { rows: number; focused?: boolean; placeholder?: string; writing: Writing; children?: ReactNode }) {
  return (
    <Writer
      field="f-text"
      words={writing.words}
      action={writing.preview}
      lang={writing.lang}
      drawn={returned?.preview}
      extras={children}
    >
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
        placeholder={placeholder}
      />
    </Writer>
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
