import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { Avatar, type Person } from "../ui/avatar";
import { Menu } from "../ui/menu";
import type { NavItem } from "./nav-item";

type Props = {
  person: Person;
  label: string;
  /** Under the name: role or standing. */
  about?: ReactNode;
  /** Groups of links, a line between them. */
  groups: readonly (readonly NavItem[])[];
  /** The form that signs out. */
  signOut?: ReactNode;
};

export function AccountMenu({ person, label, about, groups, signOut }: Props) {
  return (
    <Menu trigger={<Avatar {...person} size={32} />} label={label}>
      <div className="who">
        <b>{person.name}</b>
        {about ? <div className="meta">{about}</div> : null}
      </div>
      {groups.map((items) => (
        <div key={items[0]?.href}>
          <hr />
          {items.map(({ icon: Icon, ...item }) => (
            <Link key={item.href} href={item.href} aria-current={item.current ? "page" : undefined}>
              {Icon ? <Icon className="i" aria-hidden /> : null}
              {item.label}
            </Link>
          ))}
        </div>
      ))}
      {signOut ? (
        <>
          <hr />
          {signOut}
        </>
      ) : null}
    </Menu>
  );
}
