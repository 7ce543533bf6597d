import type { InputHTMLAttributes, ReactNode } from "react";
import { ChevronDown } from "@/components/ui/icons";
import { FieldError } from "./field-error";
import { PasswordInput } from "./password-input";

export type Option = { value: string; label: string; disabled?: boolean };

type Native = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  | "autoComplete"
  | "autoFocus"
  | "placeholder"
  | "required"
  | "disabled"
  | "readOnly"
  | "minLength"
  | "maxLength"
  | "min"
  | "max"
  | "step"
  | "pattern"
  | "inputMode"
  | "accept"
  | "multiple"
  | "list"
  | "spellCheck"
  | "dir"
>;

export type FieldProps = Native & {
  name: string;
  label: string;
  /** Says that the field may stay empty; shown after the label. */
  optional?: string;
  hint?: ReactNode;
  error?: string;
  value?: string;
  /** Only needed when one page holds two fields of the same name. */
  id?: string;
  type?:
    | "text"
    | "email"
    | "password"
    | "url"
    | "tel"
    | "number"
    | "search"
    | "date"
    | "time"
    | "datetime-local"
    | "color"
    | "file"
    | "textarea"
    | "select";
  options?: readonly Option[];
  rows?: number;
  /** What people write to each other stands in the serif. */
  voice?: boolean;
  /** Words of the password's show button. */
  reveal?: { show: string; hide: string };
};

export function Field({ label, optional, hint, error, id, type = "text", ...rest }: FieldProps) {
  const own = id ?? `f-${rest.name}`;
  const ids = { hint: `${own}-hint`, error: `${own}-error` };
  return (
    <div className="field">
      <label className="label" htmlFor={own}>
        {label}
        {optional ? <span className="optional"> {optional}</span> : null}
      </label>
      <Control
        {...rest}
        type={type}
        id={own}
        aria-describedby={[hint && ids.hint, ids.error].filter(Boolean).join(" ")}
        aria-invalid={error ? true : undefined}
      />
      {hint ? (
        <span className="hint" id={ids.hint}>
          {hint}
        </span>
      ) : null}
      <FieldError id={ids.error} name={rest.name} error={error} />
    </div>
  );
}

type ControlProps = Omit<FieldProps, "label" | "optional" | "hint" | "error"> & {
  id: string;
  "aria-describedby": string;
  "aria-invalid"?: true;
};

function Control({ type, value, options, rows, voice, reveal, ...native }: ControlProps) {
  const className = voice ? "input said" : "input";
  if (type === "textarea") {
    const { accept, multiple, min, max, step, pattern, list, ...text } = native;
    return <textarea {...text} rows={rows ?? 4} defaultValue={value} className={className} />;
  }
  if (type === "select") {
    const { id, name, required, disabled, multiple, autoFocus } = native;
    const described = { "aria-describedby": native["aria-describedby"], "aria-invalid": native["aria-invalid"] };
    return (
      <span className="selectbox">
        <select
          {...{ id, name, required, disabled, multiple, autoFocus, ...described }}
          defaultValue={value}
          className={className}
        >
          {options?.map((option) => (
            <option key={option.value} value={option.value} disabled={option.disabled}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className="i" aria-hidden />
      </span>
    );
  }
  if (type === "password" && reveal) return <PasswordInput {...native} {...reveal} />;
  return (
    <input
      {...native}
      type={type}
      defaultValue={type === "file" || type === "password" ? undefined : value}
      className={className}
    />
  );
}
