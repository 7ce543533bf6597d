import type { ReactNode } from "react";
import { CornerUpLeft } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
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
  written: { href: string; iso: string; text: string; absolute: string; label: string };
  /** Leads to what it said before. */
  edited?: { href: string; text: string; absolute: string };
  /** `place` shows that post here instead of leading to it. */
  inReplyTo?: { href: string; text: string; person: Person; place: string };
  /** What was answered to it: its own page, which opens here. */
  answered?: { href: string; text: string };
  /** Its reader blocks its author: folded under these words. */
  folded?: { text: string; open: string };
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
  /** Another anchor than its position, where the post stands on this page already. */
  anchor?: string;
};

/** What somebody said; of somebody whom its reader blocks, once they open it. */
export function Post({ folded, ...post }: PostProps) {
  if (!folded) return <Said {...post} />;
  return (
    <details className="post-folded">
      <summary>
        <span>{folded.text}</span> <span className="link">{folded.open}</span>
      </summary>
      <Said {...post} />
    </details>
  );
}

/** Its anchor is its position, which is never given again. */
function Said({
  position,
  author,
  html,
  lang,
  written,
  edited,
  inReplyTo,
  answered,
  ...rest
}: Omit<PostProps, "folded">) {
  const { notice, anchor } = rest;
  const id = anchor ?? `p${position}`;
  return (
    <article className="post" id={id} aria-labelledby={`${id}-by`}>
      <Avatar {...author} size={44} />
      <div>
        <div className="who">
          <b id={`${id}-by`}>{author.href ? <Link href={author.href}>{author.name}</Link> : author.name}</b>
          {author.role ? <Tag kind={author.representative ? "rep" : "plain"}>{author.role}</Tag> : null}
          {rest.mark}
          <span className="when">
            {edited ? (
              <Link href={edited.href} title={edited.absolute}>
                {edited.text}
              </Link>
            ) : null}{" "}
            <a href={written.href} aria-label={written.label}>
              <Time iso={written.iso} text={written.text} absolute={written.absolute} />
            </a>
          </span>
        </div>
        {inReplyTo ? (
          <a className="irt" href={inReplyTo.href} data-in-place={inReplyTo.place} data-where="above">
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
        {rest.reactions || rest.acts || answered ? (
          <div className="acts">
            {rest.reactions}
            {answered ? (
              <a className="answers-here" href={answered.href} data-in-place={answered.href} data-where="below">
                {answered.text}
              </a>
            ) : null}
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
