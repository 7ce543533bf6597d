import { Form, type FormProps } from "@/components/ui/form";
import { Tabs } from "@/components/ui/tabs";
import type { Words } from "@/lib/text";

type Props = {
  words: Words;
  /** The list's own address, and the one on which it shows what is unread alone. */
  all: string;
  unread: string;
  only: boolean;
  form: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  space?: { slug: string; name: string };
};

/** Above a list of threads, for who takes part: what is unread alone, and all of it marked read. */
export function ListTools({ words, all, unread, only, form, space }: Props) {
  const w = words.reading;
  return (
    <div className="listtools">
      <Tabs
        label={w.which}
        tabs={[
          { href: all, label: w.all, current: !only },
          { href: unread, label: w.unreadOnly, current: only },
        ]}
      />
      <Form {...form} label={space ? w.markAllReadIn({ space: space.name }) : w.markAllRead} className="inline">
        {space ? <input type="hidden" name="space" value={space.slug} /> : null}
        <input type="hidden" name="until" value={new Date().toISOString()} />
        <button type="submit" className="btn qui sm">
          {w.markAllRead}
        </button>
      </Form>
    </div>
  );
}
