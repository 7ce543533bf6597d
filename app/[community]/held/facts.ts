import type { HeldFacts } from "@/components/moderation/held-post";
import type { HeldLine, OwnHeldLine } from "@/lib/moderation/held/queries";
import type { Why } from "@/lib/moderation/rules/judge";
import type { Words } from "@/lib/text";
import { absolute, type Reader, relative } from "@/lib/text/dates";
import { fill } from "@/lib/text/markdown/fill";

type On = { words: Words; reader: Reader; community: { locale: string }; now: Date };

/** Each reason in a sentence. */
export function whyIn({ held: { why: w } }: Words, why: readonly Why[]): string[] {
  return why.map((one) => {
    if (one.reason === "word") return w.word({ word: one.word });
    if (one.reason === "link") return w.link({ n: one.links });
    return one.reason === "spam" ? w[one.sign] : w.newcomer;
  });
}

/** What is held, in words ready to be shown: to its author and to who decides the same. */
export function heldFacts(
  line: HeldLine | OwnHeldLine,
  { words, reader, community, now }: On,
): Omit<HeldFacts, "where" | "label"> {
  const w = words.held;
  const made = new Date(line.madeAt);
  return {
    id: line.id,
    title: line.title || undefined,
    html: fill(line.html, {
      mention: (id) => {
        const name = line.people.get(id);
        return name ? { name } : undefined;
      },
      quote: () => undefined,
      words: { ...words.references, gone: words.members.gone },
    }),
    lang: community.locale,
    poll: line.poll ? { says: w.poll({ question: line.poll.question }), options: line.poll.options } : undefined,
    sent: { iso: line.madeAt, text: w.sent({ when: relative(made, now, reader) }), absolute: absolute(made, reader) },
    why: whyIn(words, line.why),
    whyTitle: w.whyTitle,
  };
}
