import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { DefinitionList } from "@/components/ui/definition-list";
import { Link } from "@/components/ui/link";
import { communityFacts } from "@/lib/communities/queries";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { isLocale, localeNames } from "@/lib/text";
import { day } from "@/lib/text/dates";
import { renderMarkdown } from "@/lib/text/markdown";
import { number } from "@/lib/text/numbers";
import { sameForVisitors } from "@/lib/visitors/mark";
import { type CommunityParams, legalOf, openCommunityPage } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).communities.about });

export default orNothing(async function AboutPage({ params }: { params: CommunityParams }) {
  const { access, community, words, slug, reader, locale } = await openCommunityPage(params);
  sameForVisitors(access);
  const [facts, legal] = await Promise.all([communityFacts(access), legalOf(access)]);
  const w = words.communities.aboutPage;
  return (
    <div className="column">
      <PageHead title={words.communities.about} lead={<span lang={community.locale}>{community.purpose}</span>} />
      {community.about ? (
        <div
          className="prose"
          lang={community.locale}
          // biome-ignore lint/security/noDangerouslySetInnerHtml: the one renderer of lib/text, which lets no script through
          dangerouslySetInnerHTML={{ __html: renderMarkdown(community.about) }}
        />
      ) : (
        <p className="quiet">{w.none}</p>
      )}
      <div className="section">
        <DefinitionList
          items={[
            { term: w.brand, detail: community.brand.name },
            { term: w.members, detail: number(facts.members, locale) },
            { term: w.since, detail: day(facts.foundedAt, reader) },
            { term: w.joining, detail: w.joinModes[community.joinMode] },
            { term: w.language, detail: isLocale(community.locale) ? localeNames[community.locale] : community.locale },
            { term: w.zone, detail: community.zone },
            ...(legal.length
              ? [
                  {
                    term: w.legal,
                    detail: (
                      <span className="row">
                        {legal.map(({ kind }) => (
                          <Link key={kind} className="link" href={paths.legal(slug, kind)}>
                            {words.brands.legalKinds[kind]}
                          </Link>
                        ))}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      </div>
    </div>
  );
});
