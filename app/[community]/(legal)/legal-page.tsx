import { PageHead } from "@/components/shell/page-head";
import { type LegalKind, legalText } from "@/lib/brands/queries";
import { refuse } from "@/lib/errors";
import { communityOf, openPage } from "@/lib/page";
import { day } from "@/lib/text/dates";
import { renderMarkdown } from "@/lib/text/markdown";

/** Terms, privacy and house rules: what stands now, with its version; public, so that it can be read before agreeing. */
export async function LegalPage({ community, kind }: { community: string; kind: LegalKind }) {
  const [{ words, reader }, access] = await Promise.all([openPage(), communityOf(community)]);
  const text = await legalText(access, kind);
  if (!text) throw refuse.notFound();
  const w = words.brands;
  return (
    <article className="column">
      <PageHead title={w.legalKinds[kind]} />
      <p className="meta">{w.version({ n: text.version, date: day(text.publishedAt, reader) })}</p>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through */}
      <div className="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(text.text) }} />
    </article>
  );
}
