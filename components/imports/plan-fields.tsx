import type { ReactNode } from "react";
import { Field, type Option } from "@/components/ui/field";

export type SpaceChoice = {
  key: string;
  /** As the other place calls it. */
  space: string;
  title: string;
  meta: string;
  to: string;
  name: string;
  audience: string;
};

type SpaceProps = {
  spaces: readonly SpaceChoice[];
  to: readonly Option[];
  audiences: readonly Option[];
  words: Readonly<Record<"to" | "name" | "audience", string>>;
};

/** Where each of the other place's spaces goes: a line each, sent as the columns of a table. */
export function SpaceFields({ spaces, to, audiences, words }: SpaceProps) {
  return (
    <ul className="planlist">
      {spaces.map((one) => (
        <li key={one.key}>
          <input type="hidden" name="space" value={one.space} />
          <p className="what">
            <b dir="auto">{one.title}</b>
            <span className="meta">{one.meta}</span>
          </p>
          <Field id={`to-${one.key}`} name="to" type="select" label={words.to} options={to} value={one.to} />
          <Field id={`name-${one.key}`} name="name" label={words.name} value={one.name} maxLength={60} dir="auto" />
          <Field
            id={`audience-${one.key}`}
            name="audience"
            type="select"
            label={words.audience}
            options={audiences}
            value={one.audience}
          />
        </li>
      ))}
    </ul>
  );
}

type RoleProps = {
  people: readonly { id: string; name: string; meta: ReactNode; label: string; role: string }[];
  roles: readonly Option[];
};

/** Who somebody was there, where a manager knows better than the export. */
export function RoleFields({ people, roles }: RoleProps) {
  return (
    <ul className="planlist roles">
      {people.map((one) => (
        <li key={one.id}>
          <input type="hidden" name="person" value={one.id} />
          <p className="what">
            <b dir="auto">{one.name}</b>
            <span className="meta">{one.meta}</span>
          </p>
          <Field id={`role-${one.id}`} name="role" type="select" label={one.label} options={roles} value={one.role} />
        </li>
      ))}
    </ul>
  );
}
