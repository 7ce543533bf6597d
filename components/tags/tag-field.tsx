"use client";
import { type KeyboardEvent, useRef, useState, useSyncExternalStore } from "react";
import { X } from "@/components/ui/icons";
import { Field } from "../ui/field";
import { FieldError } from "../ui/field-error";

type Props = {
  name: string;
  label: string;
  hint: string;
  optional?: string;
  value?: string;
  error?: string;
  add: string;
  /** What the button on each chip says. */
  takeOff: string;
  suggestions: readonly string[];
};

const split = (text: string) => text.split(/[,،、]/).map((tag) => tag.trim());
const never = () => () => {};
const withScripts = () => true;
const without = () => false;

/** One field with commas; with scripts each tag becomes a chip, and those that are known already are suggested. */
export function TagField({ add, takeOff, suggestions, ...field }: Props) {
  const { name, label, hint, optional, error } = field;
  const input = useRef<HTMLInputElement>(null);
  const scripts = useSyncExternalStore(never, withScripts, without);
  const [tags, setTags] = useState(() => split(field.value ?? "").filter(Boolean));
  const [typed, setTyped] = useState("");
  if (!scripts) return <Field {...field} dir="auto" />;
  const id = `f-${name}`;

  function take(text: string) {
    const parts = split(text);
    const rest = parts.pop() ?? "";
    const come = parts.filter(Boolean);
    if (suggestions.includes(rest)) come.push(rest);
    setTags((now) => [...new Set([...now, ...come])]);
    setTyped(come.includes(rest) ? "" : rest);
  }

  function onKey(event: KeyboardEvent<HTMLInputElement>) {
    if (event.key === "Enter" && typed.trim()) {
      event.preventDefault();
      take(`${typed},`);
    }
    if (event.key === "Backspace" && !typed) setTags((now) => now.slice(0, -1));
  }

  function drop(tag: string) {
    setTags((now) => now.filter((one) => one !== tag));
    input.current?.focus();
  }

  return (
    <div className="field">
      <label className="label" htmlFor={id}>
        {label}
        {optional ? <span className="optional"> {optional}</span> : null}
      </label>
      <div className="tagfield input">
        {tags.map((tag) => (
          <span className="tagged" key={tag}>
            <bdi>{tag}</bdi>
            <button type="button" aria-label={`${takeOff} ${tag}`} onClick={() => drop(tag)}>
              <X className="i" aria-hidden />
            </button>
          </span>
        ))}
        <input
          ref={input}
          id={id}
          value={typed}
          dir="auto"
          list={`${id}-known`}
          placeholder={add}
          autoComplete="off"
          aria-describedby={`${id}-hint ${id}-error`}
          aria-invalid={error ? true : undefined}
          // A known word is chosen whole from the list; typed letter by letter it becomes a chip with Enter or a comma.
          onChange={(event) =>
            (event.nativeEvent as InputEvent).inputType === "insertText" && !/[,،、]/.test(event.target.value)
              ? setTyped(event.target.value)
              : take(event.target.value)
          }
          onKeyDown={onKey}
        />
      </div>
      <datalist id={`${id}-known`}>
        {suggestions
          .filter((tag) => !tags.includes(tag))
          .map((tag) => (
            <option key={tag} value={tag} />
          ))}
      </datalist>
      <input type="hidden" name={name} value={[...tags, typed.trim()].filter(Boolean).join(", ")} />
      <span className="hint" id={`${id}-hint`}>
        {hint}
      </span>
      <FieldError id={`${id}-error`} name={name} error={error} />
    </div>
  );
}
