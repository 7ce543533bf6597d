import type { ComponentProps } from "react";
import { Link } from "@/components/ui/link";
import { Form, type FormProps } from "../ui/form";
import { Time } from "../ui/time";

export type DraftItem = {
  key: string;
  kind: string;
  place: string;
  /** Back to where it is written; none where its author may no longer read. */
  href?: string;
  where: string;
  title: string;
  text: string;
  saved: ComponentProps<typeof Time>;
  form: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
};

type Props = { drafts: readonly DraftItem[]; lang: string; words: { discard: string; goOn: string } };

/** What somebody has begun and not sent. */
export function DraftList({ drafts, lang, words }: Props) {
  return (
    <ul className="lines drafts">
      {drafts.map(({ key, kind, place, href, where, title, text, saved, form }) => (
        <li key={key}>
          <h2 className="h3">{href ? <Link href={href}>{where}</Link> : where}</h2>
          <p className="meta">
            <Time {...saved} />
          </p>
          <div className="words" lang={lang} dir="auto">
            {title ? <b>{title}</b> : null}
            <p>{text}</p>
          </div>
          <div className="row">
            {href ? (
              <Link className="btn sec sm" href={href}>
                {words.goOn}
              </Link>
            ) : null}
            <Form {...form} className="form inline" submitLabel={words.discard} submitKind="qui" submitSmall>
              <input type="hidden" name="kind" value={kind} />
              <input type="hidden" name="place" value={place} />
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}
