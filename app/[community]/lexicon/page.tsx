import { orNothing, titleOrNone } from "@/app/_frames/or-nothing";
import { TermList } from "@/components/lexicon/term-list";
import { TermVote } from "@/components/lexicon/term-vote";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { LoadMore } from "@/components/ui/load-more";
import { may } from "@/lib/access/policy";
import { candidateTerms, confirmedTerms, type TermLine } from "@/lib/lexicon/queries";
import { enough } from "@/lib/lexicon/rule";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { type CommunityParams, one, type Search } from "../open";
import { openLexiconPage } from "./open";
import { Rituals } from "./rituals";
import { factsOf, spreadOf } from "./say";

export const generateMetadata = titleOrNone(async () => ({ title: (await currentWords()).lexicon.title }));

/** What members confirmed, with its story; then what looks like theirs, for them to say. */
export default orNothing(async function LexiconPage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const page = await openLexiconPage(params);
  const { lexicon, words, slug, community, standing, reader, formTo } = page;
  const { after, asked } = await searchParams;
  const from = /^\d{1,6}$/.test(one(asked) ?? "") ? Number(one(asked)) : 0;
  const [confirmed, candidates] = await Promise.all([
    confirmedTerms(lexicon, one(after)),
    candidateTerms(lexicon, from),
  ]);
  const w = words.lexicon;
  const said = { words, reader };
  const votes = may.voteOnTerm(standing);
  const voteOf = (line: TermLine) => {
    const form = formTo("vote-on-term");
    const returned = form.returned?.values.term === line.id ? form.returned : undefined;
    return (
      <TermVote
        form={{ ...form, returned }}
        term={line.id}
        from="list"
        label={w.sayAbout({ term: line.term })}
        words={{ ours: w.sayOurs, notOurs: w.sayNotOurs, nothing: w.sayNothing }}
        mine={line.mine}
      />
    );
  };
  const item = (line: TermLine) => ({
    key: line.id,
    term: line.term,
    href: paths.term(slug, line.id),
    facts: factsOf(line, said),
    weeks: line.weeks,
    spread: spreadOf(line.weeks, said),
  });
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      <section aria-labelledby="ours-title">
        <h2 className="h2" id="ours-title">
          {w.ours}
        </h2>
        {confirmed.rows.length > 0 ? (
          <TermList
            label={w.ours}
            lang={community.locale}
            terms={confirmed.rows.map((line) => ({ ...item(line), lore: line.lore ?? undefined, untold: w.noLore }))}
          />
        ) : (
          <EmptyState title={w.noneOurs}>{w.noneOursText}</EmptyState>
        )}
        <LoadMore href={confirmed.next && paths.lexicon(slug, confirmed.next)} label={w.more} />
      </section>
      <Rituals lexicon={lexicon} words={words} reader={reader} />
      <section className="section" aria-labelledby="asked-title">
        <h2 className="h2" id="asked-title">
          {w.asked}
        </h2>
        <p className="lead">{w.askedLead}</p>
        <p className="quiet">
          {w.rule({ n: enough })} {votes ? w.privateVote : null} {lexicon.lexicon === "whole" ? w.askedInside : null}
        </p>
        {candidates.rows.length > 0 ? (
          <TermList
            label={w.asked}
            lang={community.locale}
            terms={candidates.rows.map((line) => ({ ...item(line), vote: votes ? voteOf(line) : undefined }))}
          />
        ) : (
          <EmptyState title={w.noneAsked}>{w.noneAskedText}</EmptyState>
        )}
        <LoadMore
          href={candidates.next && `${paths.lexicon(slug)}?asked=${candidates.next}#asked-title`}
          label={w.more}
        />
      </section>
    </>
  );
});
