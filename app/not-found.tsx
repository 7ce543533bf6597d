import { ErrorPage } from "@/components/shell/error-page";
import { ButtonLink } from "@/components/ui/button";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { House } from "./_frames/house";

export default async function NotFound() {
  const { words } = await openPage();
  return (
    <House>
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
