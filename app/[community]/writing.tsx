import { WritingHelp } from "@/components/threads/writing-help";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";

/** What helps in every field for the words of a post: names after @, signs after a colon. */
export function writingHelp(words: Words, slug: string, space: { slug: string }) {
  const { hint, emoji, suggestions, found } = words.references;
  return (
    <WritingHelp
      people={paths.speakTo(slug, space.slug)}
      words={{ hint, emoji, suggestions, found: Array.from({ length: 9 }, (_, n) => found({ n })) }}
    />
  );
}
