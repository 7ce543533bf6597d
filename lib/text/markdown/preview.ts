import { renderMarkdown } from "../markdown";
import { type Fill, fill } from "./fill";
import { readTyped } from "./typed";

/** An id that is nobody's, for a name that was only typed. */
const standIn = (n: number) => `00000000-0000-4000-8000-${n.toString(16).padStart(12, "0")}`;
const attribution = /\[([^\]\n]{1,100})\]\(\/[a-z0-9-]+\/posts\/([0-9a-f-]{36})\):/g;

/** What was typed as it will look, with names as they stand there: whom they mean is found when it is sent. */
export function drawTyped(text: string, words: Fill["words"]): string {
  const typed = readTyped(text);
  const ids = new Map(typed.names.map((name, n) => [name, standIn(n)]));
  const names = new Map([...ids].map(([name, id]) => [id, name]));
  const quoted = new Map([...text.matchAll(attribution)].map(([, name, id]) => [id!, name!]));
  return fill(renderMarkdown(typed.stored((name) => ids.get(name))), {
    mention: (id) => ({ name: names.get(id) ?? words.gone }),
    quote: (id) => {
      const name = quoted.get(id);
      return name ? { name, href: "#" } : undefined;
    },
    words,
  });
}
