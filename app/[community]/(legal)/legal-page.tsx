import { PageHead } from "@/components/shell/page-head";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/access/policy";
import { type LegalKind, legalText } from "@/lib/brands/queries";
import { refuse } from "@/lib/errors";
import { day } from "@/lib/text/dates";
import { renderMarkdown } from "@/lib/text/markdown";
import { type CommunityParams, legalOf, openCommunityPage } from "../open";

/** Terms, privacy and house rules: what stands now, what stood before, and whether the viewer agreed; public, to be read before agreeing. */
export async function LegalPage({ params, kind }: { params: CommunityParams; kind: LegalKind }) {
  const { access, words, reader, community } = await openCommunityPage(params);
  const [text, ...earlier] = await legalText(access, kind);
  if (!text) throw refuse.notFound();
  const w = words.brands;
  return (
    <article className="column">
      <PageHead title={w.legalKinds[kind]} />
      <h2 className="meta">{w.version({ n: text.version, date: day(text.publishedAt, reader) })}</h2>
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through */}
      <div className="prose" lang={community.locale} dangerouslySetInnerHTML={{ __html: renderMarkdown(text.text) }} />
      <Agreed params={params} kind={kind} />
      {earlier.length ? (
        <section className="section" aria-labelledby="earlier">
          <h2 className="h3" id="earlier">
            {w.earlier}
          </h2>
          {earlier.map((version) => (
            <details key={version.version}>
              <summary>{w.version({ n: version.version, date: day(version.publishedAt, reader) })}</summary>
              <div
                className="prose"
                lang={community.locale}
                // biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through
                dangerouslySetInnerHTML={{ __html: renderMarkdown(version.text) }}
              />
            </details>
          ))}
        </section>
      ) : null}
    </article>
  );
}

/** To a member only: what they agreed to, or the way to agree to what was published since. */
async function Agreed({ params, kind }: { params: CommunityParams; kind: LegalKind }) {
  const { access, words, standing, reader, formTo } = await openCommunityPage(params);
  const mine = (await legalOf(access)).find((one) => one.kind === kind);
  if (!mine || !may.seeMembers(standing) || !standing.verified) return null;
  const w = words.brands;
  const date = mine.agreedAt ? day(new Date(mine.agreedAt), reader) : "";
  if (mine.agreed === mine.version) return <p className="section meta">{w.agreedOn({ date })}</p>;
  return (
    <div className="section stack">
      <Notice>{mine.agreed === null ? w.neverAgreed : w.agreedEarlier({ n: mine.agreed, date })}</Notice>
      <Form {...formTo("agree-to-legal")} submitLabel={w.agree}>
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="version" value={mine.version} />
      </Form>
    </div>
  );
}
