import type { Metadata } from "next";
import { Held } from "@/components/privacy/held";
import { LookedAt } from "@/components/privacy/looked";
import { Setting } from "@/components/shell/setting";
import { Button, ButtonLink } from "@/components/ui/button";
import { Time } from "@/components/ui/time";
import { openProvenPerson } from "@/lib/access/gate";
import type { Viewer } from "@/lib/access/viewer";
import { currentWords } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { groups } from "@/lib/privacy/holdings";
import { heldAbout, whoLookedAtMe } from "@/lib/privacy/queries";
import { absolute, relative } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";
import { openMine } from "../../_frames/open";
import { SettingsPage } from "../../_frames/settings-page";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await currentWords()).privacy.title,
  robots: { index: false },
});

/** What is held, who looked, and the two ways to take it along or away. */
export default async function DataPage() {
  const { access, words, reader, viewer, newKey, locale } = await openMine();
  const [counts, looks] = await Promise.all([heldAbout(access), whoLookedAtMe(access)]);
  const { privacy } = words;
  const now = new Date();
  return (
    <SettingsPage part="data" title={privacy.title} lead={privacy.lead}>
      <Held words={privacy} counts={groups.map((group) => ({ group, text: number(counts[group], locale) }))} />
      <Setting title={privacy.looked.title} about={privacy.looked.about}>
        <LookedAt
          words={privacy.looked}
          looks={looks.map(({ at, ...look }) => ({
            ...look,
            when: <Time iso={at.toISOString()} text={relative(at, now, reader)} absolute={absolute(at, reader)} />,
          }))}
        />
      </Setting>
      <Setting title={privacy.download.title} about={privacy.download.about}>
        {proven(viewer) ? (
          // A plain form: it is answered with a file, and this page stays.
          <form method="post" action={doing.account("download-mine")}>
            <input type="hidden" name="key" value={newKey()} />
            <Button type="submit">{privacy.download.button}</Button>
          </form>
        ) : (
          <>
            <p className="quiet">{privacy.proveFirst}</p>
            <div className="row">
              <ButtonLink href={paths.prove(paths.settingsOf("data"))}>{privacy.prove}</ButtonLink>
            </div>
          </>
        )}
      </Setting>
      <Setting title={privacy.erase.title} about={privacy.erase.about}>
        <div className="row">
          <ButtonLink href={`${paths.settingsOf("data")}/delete`} kind="dan">
            {privacy.erase.title}
          </ButtonLink>
        </div>
      </Setting>
    </SettingsPage>
  );
}

/** Whether the button works now, or a proof is due first. */
function proven(viewer: Viewer): boolean {
  try {
    openProvenPerson(viewer);
    return true;
  } catch {
    return false;
  }
}
