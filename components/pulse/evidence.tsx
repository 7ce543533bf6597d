import { Avatar, type Person } from "../ui/avatar";
import { Link } from "../ui/link";

export type Shown = {
  key: string;
  href: string;
  person: Person;
  /** First words of the post, or its thread where it has none to show. */
  said: string;
  why: string;
  where: string;
  open: string;
};

/** Posts behind a figure, each of which opens. */
export function EvidenceList({ posts, label }: { posts: readonly Shown[]; label: string }) {
  return (
    <ul className="evidence" aria-label={label}>
      {posts.map(({ key, href, person, said, why, where, open }) => (
        <li key={key}>
          <Avatar {...person} size={32} />
          <div>
            <p className="q" dir="auto">
              {said}
            </p>
            <p className="meta">
              <bdi>{person.name}</bdi>, <bdi>{where}</bdi>
            </p>
            <p className="meta">{why}</p>
          </div>
          <Link className="link" href={href} aria-label={`${open}: ${said}`}>
            {open}
          </Link>
        </li>
      ))}
    </ul>
  );
}
