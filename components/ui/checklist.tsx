import type { ReactNode } from "react";
import { Check } from "@/components/ui/icons";

type Item = { key: string; label: ReactNode; done: boolean; hint?: string; action?: ReactNode };

export function Checklist({ items, doneLabel, label }: { items: readonly Item[]; doneLabel: string; label: string }) {
  return (
    <ul className="checklist" aria-label={label}>
      {items.map((item) => (
        <li key={item.key} className={item.done ? "done" : undefined}>
          <span className="box">{item.done ? <Check className="i" aria-label={doneLabel} /> : null}</span>
          <div className="what">
            {item.label}
            {item.hint ? <p className="meta">{item.hint}</p> : null}
          </div>
          {item.done ? null : item.action}
        </li>
      ))}
    </ul>
  );
}
