import type { ReactNode } from "react";
import { Avatar } from "../ui/avatar";
import { Tag } from "../ui/tag";

type Props = {
  name: string;
  image: string | null;
  representative: boolean;
  role?: string;
  bio: string | null;
  noBio: string;
  note?: string;
  actions?: ReactNode;
};

/** Who somebody is, as they say it themselves. */
export function ProfileHead({ name, image, representative, role, bio, noBio, note, actions }: Props) {
  return (
    <div className="pagehead">
      <Avatar name={name} image={image} representative={representative} size={96} />
      <h1 className="h1">{name}</h1>
      <p className="row">
        {role ? <Tag kind={representative ? "rep" : "plain"}>{role}</Tag> : null}
        {note ? <span className="meta">{note}</span> : null}
      </p>
      {bio ? <p className="said">{bio}</p> : <p className="quiet">{noBio}</p>}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
