import type { ComponentProps, ReactNode } from "react";
import { Card } from "../ui/card";
import { Time } from "../ui/time";

export type HeldFacts = {
  id: string;
  /** Names it: what it is and where it would stand. */
  where: ReactNode;
  label: string;
  title?: string;
  /** Made by the one renderer, which lets no script through. */
  html: string;
  lang: string;
  poll?: { says: string; options: readonly string[] };
  sent: ComponentProps<typeof Time>;
  /** Each reason, in a sentence. */
  why: readonly string[];
  whyTitle: string;
};

type Props = HeldFacts & {
  /** Who sent it, where the reader does not know. */
  who?: ReactNode;
  notice?: ReactNode;
  children?: ReactNode;
  /** The heading of the list it stands in is one above. */
  level?: 2 | 3;
};

/** What somebody sent and a moderator looks at first, whole. */
export function HeldPost({ id, where, label, title, html, lang, poll, sent, why, whyTitle, ...rest }: Props) {
  const Heading = rest.level === 3 ? "h3" : "h2";
  return (
    <Card label={label} id={`held-${id}`}>
      <Heading className="h3">{where}</Heading>
      {rest.who}
      <p className="meta">
        <Time {...sent} />
      </p>
      {rest.notice}
      <div className="held-words">
        {title ? (
          <p className="h3" lang={lang} dir="auto">
            {title}
          </p>
        ) : null}
        {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through */}
        <div className="txt prose" lang={lang} dir="auto" dangerouslySetInnerHTML={{ __html: html }} />
        {poll ? (
          <div lang={lang} dir="auto">
            <p>{poll.says}</p>
            <ul>
              {poll.options.map((option) => (
                <li key={option}>{option}</li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
      {why.length > 0 ? (
        <div>
          <p className="label">{whyTitle}</p>
          <ul className="held-why">
            {why.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {rest.children}
    </Card>
  );
}
