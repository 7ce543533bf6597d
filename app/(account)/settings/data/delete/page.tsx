import type { Metadata } from "next";
import { EraseForm } from "@/components/privacy/erase-form";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { currentWords } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { brandsOnlyMine } from "@/lib/privacy/queries";
import { list } from "@/lib/text/numbers";
import { openProven } from "../../../_frames/open";
import { SettingsPage } from "../../../_frames/settings-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await currentWords()).privacy.erase.title,
  robots: { index: false },
});

export default async function DeletePage() {
  const { access, words, form, locale } = await openProven();
  const { erase } = words.privacy;
  const brands = await brandsOnlyMine(access);
  return (
    <SettingsPage part="data" title={erase.title} lead={erase.about}>
      {brands.length > 0 ? (
        <Notice
          kind="bad"
          title={erase.onlyOwner({
            brands: list(
              brands.map(({ name }) => name),
              locale,
            ),
          })}
          actions={brands.map(({ slug, name }) => (
            <ButtonLink key={slug} href={paths.brand(slug, "owners")} small>
              {brands.length > 1 ? name : erase.toOwners}
            </ButtonLink>
          ))}
        />
      ) : (
        <EraseForm words={erase} sent={form(doing.account("erase-me"))} />
      )}
    </SettingsPage>
  );
}
