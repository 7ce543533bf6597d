import { Avatar, type Person } from "./avatar";

type Props = { people: readonly Person[]; label: string; max?: number; more?: string };

/** Up to five faces; `label` names them all, `more` says how many are left. */
export function Faces({ people, label, max = 5, more }: Props) {
  if (people.length === 0) return null;
  return (
    <span className="faces" role="img" aria-label={label} title={label}>
      {people.slice(0, max).map((person, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two people may share a name, and the list never reorders
        <Avatar key={index} {...person} size={28} />
      ))}
      {more ? <span className="rest">{more}</span> : null}
    </span>
  );
}
