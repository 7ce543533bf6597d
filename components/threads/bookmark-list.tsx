import { Pencil, Trash2 } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { Form, type FormProps } from "../ui/form";
import { IconLink } from "../ui/icon-button";
import { Tag } from "../ui/tag";

export type BookmarkItem = {
  key: string;
  title: string;
  /** Missing where the post can no longer be read. */
  href?: string;
  beginning?: string;
  note: string;
  due: boolean;
  meta: string;
  edit: string;
  drop: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  post: string;
};

type Props = {
  bookmarks: readonly BookmarkItem[];
  /** Of what was said; a note is in whatever language its writer likes. */
  lang: string;
  words: { due: string; edit: string; drop: string };
};

export function BookmarkList({ bookmarks, lang, words }: Props) {
  return (
    <ul className="lines bookmarks">
      {bookmarks.map(({ key, title, href, beginning, note, due, meta, edit, drop, post }) => (
        <li key={key}>
          <div>
            <p className="row">
              {href ? (
                <Link className="t" href={href} lang={lang} dir="auto">
                  {title}
                </Link>
              ) : (
                <b>{title}</b>
              )}
              {due ? <Tag kind="accent">{words.due}</Tag> : null}
            </p>
            {note ? (
              <p className="own" dir="auto">
                {note}
              </p>
            ) : null}
            {beginning ? (
              <p className="said" lang={lang} dir="auto">
                {beginning}
              </p>
            ) : null}
            <p className="meta">{meta}</p>
          </div>
          <div className="row">
            <IconLink href={edit} label={`${words.edit}: ${title}`}>
              <Pencil className="i" aria-hidden />
            </IconLink>
            <Form {...drop} className="bare">
              <input type="hidden" name="post" value={post} />
              <button type="submit" className="iconbtn" aria-label={`${words.drop}: ${title}`} title={words.drop}>
                <Trash2 className="i" aria-hidden />
              </button>
            </Form>
          </div>
        </li>
      ))}
    </ul>
  );
}
