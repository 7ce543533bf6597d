import { ErrorPage } from "@/components/shell/error-page";
import { ButtonLink } from "@/components/ui/button";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { House } from "./_frames/house";

/** Sent along with every page, so it asks the database nothing. */
export default async function NotFound() {
  const { words, viewer, here } = await openPage();
  const end = viewer.personId ? null : (
    <ButtonLink href={paths.signIn(here)} small>
      {words.common.signIn}
    </ButtonLink>
  );
  return (
    <House end={end} bare>
      <ErrorPage
        title={words.common.notFound.title}
        actions={
          <ButtonLink href={paths.home} kind="sec">
            {words.common.nav.home}
          </ButtonLink>
        }
      >
        {words.common.notFound.text}
      </ErrorPage>
    </House>
  );
}
