import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { fieldProps } from "@/components/ui/returned";
import { may } from "@/lib/access/policy";
import { drawLore } from "@/lib/lexicon/draw";
import { wordingsOf } from "@/lib/lexicon/queries";
import { paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { openTermPage, type TermParams } from "../../open";

/** Every wording of what was told about a word; moderators take one out here. */
export default orNothing(async function LoreHistoryPage({ params }: { params: TermParams }) {
  const { term: access, words, slug, community, standing, reader, formTo } = await openTermPage(params);
  const wordings = await wordingsOf(access);
  const { id, term } = access.term;
  const w = words.lexicon;
  const gone = words.members.gone;
  const removes = may.answerReports(standing);
  return (
    <div className="column">
      <PageHead
        title={w.historyTitle({ term })}
        actions={<ButtonLink href={paths.term(slug, id)}>{words.common.back}</ButtonLink>}
      />
      {wordings.length === 0 ? <EmptyState title={w.historyNone} /> : null}
      <ol className="lines" reversed>
        {wordings.map(({ version, text, by, at, removed, removedWhy }) => {
          const form = formTo("remove-lore");
          const returned = form.returned?.values.version === String(version) ? form.returned : undefined;
          return (
            <li key={version} className="wording">
              <h2 className="h3">{w.wording({ n: version })}</h2>
              <p className="meta">{w.loreBy({ who: by ?? gone, when: day(new Date(at), reader) })}</p>
              {removed ? (
                <Notice kind="bad" title={removedWhy ? w.removedBecause({ why: removedWhy }) : w.removed} />
              ) : null}
              {text ? (
                <div
                  className="prose"
                  lang={community.locale}
                  dir="auto"
                  // biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through
                  dangerouslySetInnerHTML={{ __html: drawLore(text, { ...words.references, gone }) }}
                />
              ) : null}
              {removes && !removed && text ? (
                <details className="how" open={returned !== undefined}>
                  <summary>{w.takeOut}</summary>
                  <Form {...form} returned={returned} submitLabel={w.takeOut} submitKind="dan" submitSmall>
                    <input type="hidden" name="term" value={id} />
                    <input type="hidden" name="version" value={version} />
                    <Field
                      {...fieldProps(returned, "why")}
                      id={`why-${version}`}
                      label={w.why}
                      hint={w.takeOutAbout}
                      required
                      maxLength={500}
                      voice
                    />
                  </Form>
                </details>
              ) : null}
            </li>
          );
        })}
      </ol>
    </div>
  );
});
