import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { may } from "@/lib/access/policy";
import { paths } from "@/lib/paths";
import { list } from "@/lib/text/numbers";
import { type CommunityParams, legalOf, openCommunityPage } from "./open";

/** Tells a member which texts were published since they agreed. Nothing is closed to who has not answered. */
export async function ChangedTexts({ params }: { params: CommunityParams }) {
  const { access, standing, words, slug, locale } = await openCommunityPage(params);
  if (!may.seeMembers(standing) || !standing.verified) return null;
  const changed = (await legalOf(access)).filter(({ agreed, version }) => agreed !== version);
  if (changed.length === 0) return null;
  const { legalKinds, changedTitle, changedText } = words.brands;
  const names = changed.map(({ kind }) => legalKinds[kind]);
  return (
    <Notice
      kind="accent"
      title={changedTitle({ what: list(names, locale) })}
      actions={changed.map(({ kind }) => (
        <ButtonLink key={kind} small href={paths.legal(slug, kind)}>
          {legalKinds[kind]}
        </ButtonLink>
      ))}
    >
      {changedText}
    </Notice>
  );
}
