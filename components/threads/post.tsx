import { CornerUpLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar, type Person } from "../ui/avatar";
import { Tag } from "../ui/tag";

export type PostProps = {
  position: number;
  author: Person & { href?: string; role?: string };
  /** Made by the one renderer, which lets no script through. */
  html: string;
  lang: string;
  time: ReactNode;
  /** "edited yesterday", leading to what it said before. */
  edited?: ReactNode;
  inReplyTo?: { href: string; text: string; person: Person };
  /** Said of a removed post to those who still see it. */
  notice?: ReactNode;
  /** A poll that stands in it. */
  poll?: ReactNode;
  acts?: ReactNode;
};

/** What somebody said. Its anchor is its position, which is never given again. */
export function Post({ position, author, html, lang, time, edited, inReplyTo, notice, poll, acts }: PostProps) {
  return (
    <article className="post" id={`p${position}`} aria-labelledby={`p${position}-by`}>
      <Avatar {...author} size={44} />
      <div>
        <div className="who">
          <span className="inav">
            <Avatar {...author} size={28} />
          </span>
          <b id={`p${position}-by`}>{author.href ? <Link href={author.href}>{author.name}</Link> : author.name}</b>
          {author.role ? <Tag kind={author.representative ? "rep" : "plain"}>{author.role}</Tag> : null}
          <span className="when">
            {edited} {time}
          </span>
        </div>
        {inReplyTo ? (
          <a className="irt" href={inReplyTo.href}>
            <CornerUpLeft className="i i-turns" aria-hidden />
            <Avatar {...inReplyTo.person} size={18} />
            {inReplyTo.text}
          </a>
        ) : null}
        {notice}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through */}
        <div className="txt prose" lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
        {poll}
        {acts ? <div className="acts">{acts}</div> : null}
      </div>
    </article>
  );
}

/** A removed post that was answered: the answers keep their sense. */
export function RemovedPost({ position, children }: { position: number; children: ReactNode }) {
  return (
    <p className="post-gone" id={`p${position}`}>
      {children}
    </p>
  );
}
