import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { myAccount } from "@/lib/accounts/queries";
import { doing, safeNext } from "@/lib/paths";
import { openProven } from "../../../_frames/open";
import { SettingsPage } from "../../../_frames/settings-page";
import { titled } from "../../../_frames/titled";

export const generateMetadata = titled((words) => words.security.changePassword);

export default async function PasswordPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const { access, words, form } = await openProven();
  const [me, { next }] = await Promise.all([myAccount(access), searchParams]);
  const w = words.accounts;
  const title = me.passwordSince ? w.security.changePassword : w.security.setPassword;
  const sent = form(doing.account("change-password"));
  return (
    <SettingsPage part="security" title={title} lead={w.security.othersOut}>
      <Form {...sent} submitLabel={words.common.save}>
        <input type="hidden" name="next" value={safeNext(next)} />
        {/* For the browser's own store of passwords, which asks whose it is. */}
        <input type="hidden" name="username" autoComplete="username" value={me.email ?? ""} readOnly />
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
    </SettingsPage>
  );
}
