import { redirect } from "next/navigation";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openVisitor } from "@/lib/access/gate";
import { readCookie } from "@/lib/accounts/cookies";
import { lookAtLink } from "@/lib/accounts/links";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { Door } from "../../_frames/door";
import { titled } from "../../_frames/titled";

export const generateMetadata = titled((words) => words.verifyPage.title);

/** Behind every link that proves a mailbox: a new account's, a new address's, and the one by which the old address says no. */
export default async function VerifyPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { viewer, words, here, form } = await openPage();
  const w = words.accounts;
  const kind = await lookAtLink(openVisitor(viewer), token, await readCookie("browser"));
  const hidden = <input type="hidden" name="token" value={token} />;
  if (kind === "confirm") {
    if (!viewer.personId) redirect(paths.signIn(here));
    return (
      <Door title={w.verifyPage.confirmTitle} lead={w.verifyPage.confirmLead}>
        <Form {...form(doing.account("confirm-email"))} submitLabel={w.verifyPage.button} submitWide>
          {hidden}
        </Form>
      </Door>
    );
  }
  if (kind === "stop")
    return (
      <Door title={w.verifyPage.stopTitle} lead={w.verifyPage.stopLead}>
        <Form {...form(doing.account("stop-email-change"))} submitLabel={w.verifyPage.stopButton} submitWide>
          {hidden}
        </Form>
      </Door>
    );
  if (!kind)
    return (
      <Door title={w.linkPage.gone} lead={w.errors.linkUsed}>
        <ButtonLink kind="pri" href={viewer.personId ? paths.checkMail : paths.signIn()}>
          {viewer.personId ? w.askNew : w.signIn}
        </ButtonLink>
      </Door>
    );
  const sent = form(doing.account("verify"));
  return (
    <Door title={w.verifyPage.title} lead={kind === "verify" ? w.verifyPage.lead : w.verifyPage.elsewhere}>
      <Form {...sent} submitLabel={w.verifyPage.button} submitWide>
        {hidden}
        {kind === "verify" ? null : (
          <Field
            {...fieldProps(sent.returned, "password")}
            label={w.password}
            optional={words.common.optional}
            type="password"
            reveal={{ show: w.show, hide: w.hide }}
            autoComplete="current-password"
          />
        )}
      </Form>
    </Door>
  );
}
