import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openVisitor } from "@/lib/access/gate";
import { isGoodLink } from "@/lib/accounts/links";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { Door } from "../../../_frames/door";
import { titled } from "../../../_frames/titled";

export const generateMetadata = titled((words) => words.resetPage.title);

export default async function ResetPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const { viewer, words, form } = await openPage();
  const w = words.accounts;
  if (!(await isGoodLink(openVisitor(viewer), "reset", token)))
    return (
      <Door title={w.linkPage.gone} lead={w.errors.linkUsed}>
        <ButtonLink kind="pri" href={paths.forgot}>
          {w.askNew}
        </ButtonLink>
      </Door>
    );
  const sent = form(doing.account("reset"));
  return (
    <Door title={w.resetPage.title} lead={w.resetPage.lead}>
      <Form {...sent} submitLabel={w.resetPage.save} submitWide>
        <input type="hidden" name="token" value={token} />
        <Field
          {...fieldProps(sent.returned, "password")}
          label={w.newPassword}
          hint={w.passwordHint}
          type="password"
          reveal={{ show: w.show, hide: w.hide }}
          required
          minLength={10}
          autoComplete="new-password"
        />
      </Form>
    </Door>
  );
}
