import type { ReactNode } from "react";
import type { Option } from "./field";
import { FieldError } from "./field-error";

type ChoiceProps = {
  name: string;
  label: ReactNode;
  value?: string;
  hint?: ReactNode;
  error?: string;
  checked?: boolean;
  required?: boolean;
  disabled?: boolean;
  id?: string;
};

function Choice({ name, label, hint, error, checked, id, role, ...rest }: ChoiceProps & { role?: "switch" }) {
  const own = id ?? `f-${name}${rest.value ? `-${rest.value}` : ""}`;
  const described = [hint && `${own}-hint`, `${own}-error`].filter(Boolean).join(" ");
  return (
    <div className="choicebox">
      <label className="choice" htmlFor={own}>
        <input
          {...rest}
          type="checkbox"
          role={role}
          id={own}
          name={name}
          defaultChecked={checked}
          aria-describedby={described}
          aria-invalid={error ? true : undefined}
        />
        <span>{label}</span>
        {hint ? (
          <span className="hint" id={`${own}-hint`}>
            {hint}
          </span>
        ) : null}
      </label>
      <FieldError id={`${own}-error`} name={name} error={error} />
    </div>
  );
}

export const Checkbox = (props: ChoiceProps) => <Choice {...props} />;

/** Takes effect when its form is sent, like every other field. */
export const Switch = (props: ChoiceProps) => <Choice {...props} role="switch" />;

type GroupProps = {
  name: string;
  label: string;
  options: readonly (Option & { hint?: ReactNode; figure?: ReactNode })[];
  chosen?: readonly string[];
  hint?: ReactNode;
  error?: string;
  required?: boolean;
  /** Cards, for a choice with consequences. */
  cards?: boolean;
  /** Drawings to choose from, beside each other. */
  tiles?: boolean;
  id?: string;
};

function Group({
  type,
  name,
  label,
  options,
  chosen = [],
  hint,
  error,
  required,
  cards,
  tiles,
  id,
}: GroupProps & { type: "radio" | "checkbox" }) {
  const own = id ?? `f-${name}`;
  return (
    <fieldset
      className={`choices${cards ? " cards" : ""}${tiles ? " tiles" : ""}`}
      aria-describedby={[hint && `${own}-hint`, `${own}-error`].filter(Boolean).join(" ")}
    >
      <legend className="label">{label}</legend>
      {hint ? (
        <p className="hint" id={`${own}-hint`}>
          {hint}
        </p>
      ) : null}
      {options.map((option, index) => (
        <label className="choice" key={option.value} htmlFor={index === 0 ? own : `${own}-${option.value}`}>
          <input
            type={type}
            // The first carries the group's own id: a link from the error summary lands on it.
            id={index === 0 ? own : `${own}-${option.value}`}
            name={name}
            value={option.value}
            defaultChecked={chosen.includes(option.value)}
            disabled={option.disabled}
            required={type === "radio" && required}
            aria-invalid={error ? true : undefined}
          />
          {option.figure}
          <span>{option.label}</span>
          {option.hint ? <span className="hint">{option.hint}</span> : null}
        </label>
      ))}
      <FieldError id={`${own}-error`} name={name} error={error} />
    </fieldset>
  );
}

export const RadioGroup = (props: GroupProps) => <Group {...props} type="radio" />;
export const CheckboxGroup = (props: GroupProps) => <Group {...props} type="checkbox" />;
