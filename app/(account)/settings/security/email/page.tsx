import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { doing } from "@/lib/paths";
import { openProven } from "../../../_frames/open";
import { SettingsPage } from "../../../_frames/settings-page";
import { titled } from "../../../_frames/titled";

export const generateMetadata = titled((words) => words.security.changeAddress);

export default async function ChangeEmailPage() {
  const { words, form } = await openProven();
  const w = words.accounts.security;
  const sent = form(doing.account("change-email"));
  return (
    <SettingsPage part="security" title={w.changeAddress}>
      <Form {...sent} submitLabel={w.changeAddress}>
        <Field
          {...fieldProps(sent.returned, "email")}
          label={w.newAddress}
          hint={w.newAddressHint}
          type="email"
          required
          autoComplete="email"
        />
      </Form>
    </SettingsPage>
  );
}
