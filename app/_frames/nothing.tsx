import { ErrorPage } from "@/components/shell/error-page";
import { ButtonLink } from "@/components/ui/button";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";

/** What is not there and what is not for this viewer: one answer. Only the address of the request is in it. */
export async function Nothing() {
  const { words, viewer, here } = await openPage();
  return (
    <ErrorPage
      title={words.common.notFound.title}
      actions={
        viewer.personId ? undefined : (
          <ButtonLink href={paths.signIn(here)} kind="sec">
            {words.common.signIn}
          </ButtonLink>
        )
      }
    >
      {words.common.notFound.text}
    </ErrorPage>
  );
}
