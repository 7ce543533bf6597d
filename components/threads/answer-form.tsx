import { Globe, Lock, Users, X } from "lucide-react";
import type { ReactNode } from "react";
import { Form, type FormProps } from "../ui/form";
import { IconLink } from "../ui/icon-button";
import { PostText } from "./post-fields";

export type Audience = "everyone" | "members" | "badges";
const icons = { everyone: Globe, members: Users, badges: Lock };

/** Who will see it, next to the button. */
export function Sees({ audience, children }: { audience: Audience; children: ReactNode }) {
  const Icon = icons[audience];
  return (
    <span className="sees">
      <Icon className="i" aria-hidden />
      {children}
    </span>
  );
}

type Props = {
  form: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  thread: string;
  /** The post it answers; without one, the thread. */
  to?: { id: string; text: string; cancel: { href: string; label: string } };
  words: { label: string; hint: string; submit: string };
  sees: ReactNode;
  /** Stands in the field already: what is quoted. */
  stored?: string;
  extras?: ReactNode;
  /** Further fields beneath the words. */
  more?: ReactNode;
};

export function AnswerForm({ form, thread, to, words, sees, stored, extras, more }: Props) {
  return (
    <div className="answer" id="answer">
      <Form {...form} submitLabel={words.submit} beside={sees}>
        <input type="hidden" name="thread" value={thread} />
        <input type="hidden" name="answers" value={to?.id ?? ""} />
        {to ? (
          <p className="answering">
            {to.text}
            <IconLink href={to.cancel.href} label={to.cancel.label} scroll={false}>
              <X className="i" aria-hidden />
            </IconLink>
          </p>
        ) : null}
        <PostText
          returned={form.returned}
          label={words.label}
          hint={words.hint}
          rows={5}
          stored={stored}
          extras={extras}
          focused={to ? true : undefined}
        />
        {more}
      </Form>
    </div>
  );
}
