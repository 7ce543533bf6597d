import type { ReactNode } from "react";
import {
  AtSign,
  BadgeCheck,
  BellRing,
  Check,
  type Icon,
  MessageCircle,
  MessagesSquare,
  Quote,
  Shield,
  Smile,
} from "@/components/ui/icons";
import { Form, type FormProps } from "../ui/form";
import { Link } from "../ui/link";

const icons: Record<string, Icon> = {
  mention: AtSign,
  answer: MessageCircle,
  quote: Quote,
  watched: BellRing,
  started: MessagesSquare,
  accepted: BadgeCheck,
  reaction: Smile,
};

export type NewsItem = {
  key: string;
  kind: string;
  href: string;
  says: string;
  /** The first words of the post, in the community's language. */
  said: string;
  reason: string;
  when: ReactNode;
  unread: boolean;
  /** Marks it read without opening it. */
  mark: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  less: ReactNode;
};

type Props = {
  days: readonly { key: string; title: string; items: readonly NewsItem[] }[];
  lang: string;
  words: { new: string; markRead: string };
};

export function NewsList({ days, lang, words }: Props) {
  return days.map(({ key: day, title, items }) => (
    <section key={day} aria-labelledby={`day-${day}`}>
      <h2 className="h4" id={`day-${day}`}>
        {title}
      </h2>
      <ul className="lines notices">
        {items.map(({ key, kind, href, says, said, reason, when, unread, mark, less }) => {
          const Icon = icons[kind] ?? Shield;
          return (
            <li key={key} className={unread ? "unread-line" : undefined}>
              <Icon className="i kind" aria-hidden />
              <div className="what">
                <Link className="t" href={href} dir="auto">
                  {unread ? <span className="vh">{`${words.new}: `}</span> : null}
                  {says}
                </Link>
                {said ? (
                  <p className="said" lang={lang} dir="auto">
                    {said}
                  </p>
                ) : null}
                <p className="meta">
                  {reason} <span aria-hidden>·</span> {when}
                </p>
              </div>
              <div className="row">
                {unread ? (
                  <Form {...mark} className="bare">
                    <input type="hidden" name="notification" value={key} />
                    <button
                      type="submit"
                      className="iconbtn"
                      aria-label={`${words.markRead}: ${says}`}
                      title={words.markRead}
                    >
                      <Check className="i" aria-hidden />
                    </button>
                  </Form>
                ) : null}
                {less}
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  ));
}
