import { Fragment, type ReactNode } from "react";
import { BellOff, BellRing, CircleCheck, Lock, Pin } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import type { Person } from "../ui/avatar";
import { Faces } from "../ui/faces";
import { Unread } from "../ui/unread";
import { ListMemory } from "./list-memory";

export type ThreadItem = {
  key: string;
  href: string;
  title: string;
  /** Beneath the title: who began it, in which space. */
  meta: ReactNode;
  tags?: ReactNode;
  faces: readonly Person[];
  facesLabel: string;
  posts: number;
  postsLabel: string;
  age: ReactNode;
  /** What moderators did with it and how the reader follows it, as small pictures with names. */
  marks: readonly { kind: keyof typeof marks; label: string }[];
  /** Said where one of its posts answers it. */
  answered?: string;
  /** To its end. */
  read: boolean;
  muted: boolean;
  /** Null where the reader is not told how much. */
  unread: number | null;
  unreadLabel: string;
  /** Said before the first thread that did not move since the reader was here. */
  lastVisit?: string;
};

/** Title, faces, replies, age: the line everybody knows. What was read to its end is quieter, and what was muted still more. */
export function ThreadList({ threads, lang }: { threads: readonly ThreadItem[]; lang: string }) {
  return (
    <>
      <ListMemory />
      <ul className="tl">
        {threads.map((thread) => (
          <Fragment key={thread.key}>
            {thread.lastVisit ? <li className="lastvisit">{thread.lastVisit}</li> : null}
            <li id={`t-${thread.key}`} className={thread.muted ? "muted" : thread.read ? "read" : undefined}>
              <div>
                {thread.marks.map(({ kind, label }) => (
                  <Mark key={kind} kind={kind} label={label} />
                ))}
                <Link className="t" href={thread.href} lang={lang}>
                  {thread.title}
                </Link>{" "}
                {thread.unread ? <Unread count={thread.unread} label={thread.unreadLabel} /> : null}
                {thread.answered ? (
                  <span className="solved">
                    <CircleCheck className="i" aria-hidden />
                    {thread.answered}
                  </span>
                ) : null}
                <p className="sub">{thread.meta}</p>
                {thread.tags}
              </div>
              <Faces people={thread.faces} label={thread.facesLabel} />
              <span className="n">
                <span aria-hidden>{thread.posts}</span>
                <span className="vh">{thread.postsLabel}</span>
              </span>
              <span className="age">{thread.age}</span>
            </li>
          </Fragment>
        ))}
      </ul>
    </>
  );
}

const marks = { pinned: Pin, locked: Lock, mute: BellOff, watch: BellRing };

function Mark({ kind, label }: { kind: keyof typeof marks; label: string }) {
  const Icon = marks[kind];
  return (
    <span className="sign" title={label}>
      <Icon className="i" aria-hidden />
      <span className="vh">{label}</span>
    </span>
  );
}
