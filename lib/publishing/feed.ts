import type { InsideAccess } from "@/lib/access/gate";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";
import type { Begun } from "./queries";
import { answerXml, xml } from "./xml";

/**
 * The newest threads as an Atom feed (RFC 4287), of all spaces that everybody reads or of one of them: titles, who began
 * them, and the first words.
 */
export function feedOf(
  { community, inside }: InsideAccess,
  threads: readonly Begun[],
  { space, words }: { space?: string; words: Words },
): Response {
  const { slug } = community;
  const self = env.origin + paths.feed(slug, space);
  const page = env.origin + (space ? paths.space(slug, space) : paths.community(slug));
  const title = space ? `${inside[0]?.name ?? ""} · ${community.name}` : community.name;
  const updated =
    threads
      .map(({ movedAt }) => movedAt)
      .sort()
      .at(-1) ?? new Date(0).toISOString();
  const entries = threads.map(
    (thread) => xml`<entry>
<id>urn:uuid:${thread.id}</id>
<title>${thread.title || words.threads.untitled}</title>
<link rel="alternate" type="text/html" href="${env.origin + paths.thread(slug, thread)}"/>
<published>${thread.begunAt}</published>
<updated>${thread.movedAt}</updated>
<author><name>${thread.author ?? words.members.gone}</name></author>
<category term="${thread.space}"/>
<summary type="text">${thread.words}</summary>
</entry>
`,
  );
  return answerXml(
    xml`<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${community.locale}">
<id>${self}</id>
<title>${title}</title>
<subtitle>${space ? (inside[0]?.purpose ?? "") : community.purpose}</subtitle>
<link rel="self" type="application/atom+xml" href="${self}"/>
<link rel="alternate" type="text/html" href="${page}"/>
<updated>${updated}</updated>
${entries}</feed>`,
    "application/atom+xml",
  );
}
