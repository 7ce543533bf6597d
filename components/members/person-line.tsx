import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Avatar } from "../ui/avatar";
import { Tag } from "../ui/tag";

export type PersonLineProps = {
  href?: string;
  name: string;
  image: string | null;
  representative?: boolean;
  /** Role, where it is more than member. */
  role?: string;
  /** Under the name. */
  meta?: ReactNode;
};

export function PersonLine({ href, name, image, representative, role, meta }: PersonLineProps) {
  return (
    <span className="person">
      <Avatar name={name} image={image} representative={representative} />
      <span>
        <b>{href ? <Link href={href}>{name}</Link> : name}</b>{" "}
        {role ? <Tag kind={representative ? "rep" : "plain"}>{role}</Tag> : null}
        {meta ? <span className="meta block">{meta}</span> : null}
      </span>
    </span>
  );
}

export function PeopleList({ people }: { people: readonly (PersonLineProps & { key: string; act?: ReactNode })[] }) {
  return (
    <div className="folk">
      <ul className="lines">
        {people.map(({ key, act, ...person }) => (
          <li key={key}>
            <PersonLine {...person} />
            {act}
          </li>
        ))}
      </ul>
    </div>
  );
}
