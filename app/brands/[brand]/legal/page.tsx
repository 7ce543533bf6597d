import { BrandDesk } from "@/app/_frames/brand";
import { orNothing } from "@/app/_frames/or-nothing";
import { Setting } from "@/components/shell/setting";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openBrand } from "@/lib/access/gate";
import { type LegalKind, legalVersions } from "@/lib/brands/queries";
import { openPage } from "@/lib/page";
import { doing } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { renderMarkdown } from "@/lib/text/markdown";

const kinds: LegalKind[] = ["terms", "privacy", "rules"];

export default orNothing(async function BrandLegalPage({ params }: { params: Promise<{ brand: string }> }) {
  const { viewer, words, reader, form } = await openPage();
  const access = await openBrand(viewer, (await params).brand);
  const published = await Promise.all(kinds.map((kind) => legalVersions(access, kind)));
  const w = words.brands;
  return (
    <BrandDesk access={access} part="legal">
      <p className="quiet">{w.legalLead}</p>
      {kinds.map((kind, i) => {
        const versions = published[i]!;
        const sent = form(doing.brand(access.brand.slug, "publish-legal"));
        const returned = sent.returned?.values.kind === kind ? sent.returned : undefined;
        return (
          <Setting
            key={kind}
            id={kind}
            title={w.legalKinds[kind]}
            about={versions.length === 0 ? w.noLegal : undefined}
          >
            {versions.map((v) => (
              <details key={v.version}>
                <summary>
                  {w.version({ n: v.version, date: day(v.publishedAt, reader) })}{" "}
                  <span className="meta">{w.agreedBy({ n: v.agreed })}</span>
                </summary>
                {/* biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through */}
                <div className="prose" dangerouslySetInnerHTML={{ __html: renderMarkdown(v.text) }} />
              </details>
            ))}
            <Form {...sent} returned={returned} submitLabel={w.publish} submitKind="sec">
              <input type="hidden" name="kind" value={kind} />
              <Field
                {...fieldProps(returned, "text", versions[0]?.text)}
                id={`text-${kind}`}
                label={w.legalText}
                type="textarea"
                rows={8}
                required
              />
            </Form>
          </Setting>
        );
      })}
    </BrandDesk>
  );
});
