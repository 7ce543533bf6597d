import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { openVisitor } from "@/lib/access/gate";
import { isGoodLink } from "@/lib/accounts/links";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { Door } from "../../../_frames/door";
import { titled } from "../../../_frames/titled";

export const generateMetadata = titled((words) => words.linkPage.title);

/** Only a button: mail scanners open links, and what they open must not be used up. */
export default async function LinkPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { viewer, words, form } = await openPage();
  const w = words.accounts;
  if (!(await isGoodLink(openVisitor(viewer), "magic", token)))
    return (
      <Door title={w.linkPage.gone} lead={w.errors.linkUsed}>
        <ButtonLink kind="pri" href={paths.signIn()}>
          {w.askNew}
        </ButtonLink>
      </Door>
    );
  return (
    <Door title={w.linkPage.title} lead={w.linkPage.lead}>
      <Form {...form(doing.account("redeem-link"))} submitLabel={w.signIn} submitWide>
        <input type="hidden" name="token" value={token} />
      </Form>
    </Door>
  );
}
