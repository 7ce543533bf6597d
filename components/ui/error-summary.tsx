import type { ReactNode, Ref } from "react";
import { CircleAlert } from "@/components/ui/icons";

type Props = {
  title: string;
  fields?: Record<string, string>;
  children?: ReactNode;
  /** Turns a field's name into the id of its control. */
  idOf?: (name: string) => string;
  focusRef?: Ref<HTMLDivElement>;
};

/** One sentence on what went wrong and a link to each field that needs a hand. */
export function ErrorSummary({ title, fields = {}, children, idOf = (name) => `f-${name}`, focusRef }: Props) {
  const entries = Object.entries(fields);
  return (
    <div className="notice bad" role="alert" tabIndex={-1} ref={focusRef}>
      <CircleAlert className="i" aria-hidden />
      <div className="body">
        <b>{title}</b>
        {entries.length > 1 ? (
          <ul>
            {entries.map(([name, sentence]) => (
              <li key={name}>
                <a href={`#${idOf(name)}`}>{sentence}</a>
              </li>
            ))}
          </ul>
        ) : null}
        {children}
      </div>
    </div>
  );
}
