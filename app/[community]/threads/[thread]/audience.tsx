import { DefinitionList } from "@/components/ui/definition-list";
import type { Space } from "@/lib/access/gate";
import type { Words } from "@/lib/text";

/** Who can read it before and after: the sentence one must have seen before others can. */
export function Audience({ words, from, to }: { words: Words; from: Space; to: Space }) {
  const w = words.ordering.audience;
  const who = (space: Space) => `${w[space.readAudience]} (${space.name})`;
  return (
    <DefinitionList
      items={[
        { term: w.before, detail: who(from) },
        { term: w.after, detail: who(to) },
      ]}
    />
  );
}
