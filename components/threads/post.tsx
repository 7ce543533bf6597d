import { CornerUpLeft } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { Avatar, type Person } from "../ui/avatar";
import { Tag } from "../ui/tag";
import { Time } from "../ui/time";

/** What a post is on a page, in words ready to be shown: drawn by the server, or by the page itself when one arrives. */
export type PostFacts = {
  id: string;
  position: number;
  author: Person & { href?: string; role?: string };
  /** Made by the one renderer, which lets no script through. */
  html: string;
  lang: string;
  written: { iso: string; text: string; absolute: string; label: string };
  /** Leads to what it said before. */
  edited?: { href: string; text: string; absolute: string };
  inReplyTo?: { href: string; text: string; person: Person };
};

export type PostProps = PostFacts & {
  /** Said of a removed post to those who still see it. */
  notice?: ReactNode;
  /** A poll that stands in it. */
  poll?: ReactNode;
  /** Beside the name: this is the answer. */
  mark?: ReactNode;
  /** Under the words, before the bar: where the answer is. */
  below?: ReactNode;
  /** At the start of the bar. */
  reactions?: ReactNode;
  /** At its end. */
  acts?: ReactNode;
};

/** What somebody said. Its anchor is its position, which is never given again. */
export function Post({ position, author, html, lang, written, edited, inReplyTo, notice, ...rest }: PostProps) {
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
          {rest.mark}
          <span className="when">
            {edited ? (
              <Link href={edited.href} title={edited.absolute}>
                {edited.text}
              </Link>
            ) : null}{" "}
            <a href={`#p${position}`} aria-label={written.label}>
              <Time iso={written.iso} text={written.text} absolute={written.absolute} />
            </a>
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
        {rest.poll}
        {rest.below}
        {rest.reactions || rest.acts ? (
          <div className="acts">
            {rest.reactions}
            <span className="end">{rest.acts}</span>
          </div>
        ) : null}
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
