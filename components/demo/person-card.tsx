import type { ReactNode } from "react";
import { Avatar, type Person } from "../ui/avatar";
import { Tag } from "../ui/tag";

type Props = { person: Person; part?: string; sees: string; now?: string; children: ReactNode };

/** Somebody one can be: who, what they see, and the button. */
export function PersonCard({ person, part, sees, now, children }: Props) {
  return (
    <li className="card stacked">
      <div className="flex items-center gap-4">
        <Avatar {...person} size={72} />
        <div>
          <h2 className="h3">{person.name}</h2>
          {part ? <p className="meta">{part}</p> : null}
        </div>
      </div>
      <p className="quiet">{sees}</p>
      <div className="row self-end">{now ? <Tag kind="accent">{now}</Tag> : children}</div>
    </li>
  );
}
