import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { Bars } from "@/components/lexicon/bars";
import { TermVote } from "@/components/lexicon/term-vote";
import { EvidenceList } from "@/components/pulse/evidence";
import { PageHead } from "@/components/shell/page-head";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { may } from "@/lib/access/policy";
import { drawLore } from "@/lib/lexicon/draw";
import { termHere, usesHere } from "@/lib/lexicon/queries";
import { enough } from "@/lib/lexicon/rule";
import { paths } from "@/lib/paths";
import { day, dayOnly } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";
import { openTermPage, type TermParams } from "../open";
import { spreadOf } from "../say";

export const generateMetadata = titleOrNone(async ({ params }: { params: TermParams }) => {
  const { term } = await openTermPage(params);
  return { title: term.term.term };
});

/** A word: its story, how it spread, where it was said first, and whether it is theirs. */
export default orNothing(async function TermPage({ params }: { params: TermParams }) {
  const page = await openTermPage(params);
  const { term: access, words, slug, community, standing, reader, formTo } = page;
  const [term, uses] = await Promise.all([termHere(access), usesHere(access)]);
  const w = words.lexicon;
  const gone = words.members.gone;
  const tells = may.writeLore(standing);
  const weekTo = (index: number) => {
    const to = Date.parse(`${term.asOf}T00:00:00Z`) - (term.weeks.length - 1 - index) * 7 * 86_400_000;
    return dayOnly(new Date(to).toISOString().slice(0, 10), reader);
  };
  return (
    <div className="column termpage">
      <PageHead
        before={
          <Breadcrumb label={w.title} items={[{ label: w.title, href: paths.lexicon(slug) }, { label: term.term }]} />
        }
        title={term.term}
        lang={community.locale}
        lead={
          <span className="row">
            <Tag kind={term.state === "ours" ? "good" : "plain"}>{w.states[term.state]}</Tag>
            <span className="meta">{w.saidBy({ n: term.users })}</span>
          </span>
        }
      />
      <section aria-labelledby="lore-title">
        <h2 className="h3" id="lore-title">
          {w.lore}
        </h2>
        {term.lore ? (
          <>
            <div
              className="prose"
              lang={community.locale}
              dir="auto"
              // biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through
              dangerouslySetInnerHTML={{ __html: drawLore(term.lore.text, { ...words.references, gone }) }}
            />
            <p className="meta">{w.loreBy({ who: term.lore.by ?? gone, when: day(new Date(term.lore.at), reader) })}</p>
          </>
        ) : (
          <p className="quiet">{w.noLore}</p>
        )}
        <div className="row">
          {tells ? (
            <ButtonLink small href={paths.term(slug, term.id, "lore")}>
              {term.lore ? w.change : w.tell}
            </ButtonLink>
          ) : null}
          {term.wordings > 0 ? (
            <ButtonLink small kind="qui" href={paths.term(slug, term.id, "history")}>
              {w.history}
            </ButtonLink>
          ) : null}
        </div>
      </section>
      <section className="section" aria-labelledby="vote-title">
        <h2 className="h3" id="vote-title">
          {w.asked}
        </h2>
        <p>{w.votes(term)}</p>
        {term.mine === null ? null : <p>{term.mine ? w.saidOurs : w.saidNotOurs}</p>}
        {may.voteOnTerm(standing) ? (
          <>
            <TermVote
              form={formTo("vote-on-term")}
              term={term.id}
              from="term"
              label={w.sayAbout({ term: term.term })}
              words={{ ours: w.sayOurs, notOurs: w.sayNotOurs, nothing: w.sayNothing }}
              mine={term.mine}
            />
            <p className="quiet">
              {w.rule({ n: enough })} {w.privateVote}
            </p>
          </>
        ) : (
          <p className="quiet">{w.rule({ n: enough })}</p>
        )}
      </section>
      <section className="section termspread" aria-labelledby="spread-title">
        <h2 className="h3" id="spread-title">
          {w.spread}
        </h2>
        <Bars weeks={term.weeks} />
        <p className="finding">{spreadOf(term.weeks, { words })}</p>
        {term.spread !== null && term.spread > 0 ? (
          <p className="quiet">{w.met({ points: number(Math.round(term.spread), reader.locale) })}</p>
        ) : null}
        <details className="how">
          <summary>{w.showTable}</summary>
          <Table
            caption={w.table}
            columns={[
              { key: "to", label: w.week },
              { key: "n", label: w.people, end: true },
            ]}
            rows={term.weeks
              .map((n, index) => ({ key: String(index), cells: { to: weekTo(index), n: number(n, reader.locale) } }))
              .reverse()}
          />
        </details>
      </section>
      <section className="section" aria-labelledby="uses-title">
        <h2 className="h3" id="uses-title">
          {w.uses}
        </h2>
        {uses.length > 0 ? (
          <>
            <p className="quiet">{uses.some(({ first }) => first) ? w.usesLead : w.firstHidden}</p>
            <EvidenceList
              label={w.uses}
              posts={uses.map((use) => ({
                key: use.id,
                href: paths.post(slug, use.id),
                person: { name: use.author ?? gone, image: use.avatarFileId && paths.picture(use.avatarFileId) },
                said: use.beginning || use.title || words.threads.untitled,
                where: use.title || words.threads.untitled,
                why: use.first ? `${w.firstUse}, ${day(new Date(use.at), reader)}` : day(new Date(use.at), reader),
                open: words.pulse.open,
              }))}
            />
          </>
        ) : (
          <p className="quiet">{w.usesNone}</p>
        )}
      </section>
    </div>
  );
});
