import { QrCode } from "@/components/accounts/qr-code";
import { CopyField } from "@/components/ui/copy-field";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { myAccount, pendingFactor } from "@/lib/accounts/queries";
import { doing } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { openProven } from "../../../_frames/open";
import { SettingsPage } from "../../../_frames/settings-page";
import { titled } from "../../../_frames/titled";

export const generateMetadata = titled((words) => words.security.secondStep);

export default async function SecondStepSettings() {
  const { access, words, form, reader } = await openProven();
  const [me, pending] = await Promise.all([myAccount(access), pendingFactor(access)]);
  const w = words.accounts.security;
  if (me.secondStepSince)
    return (
      <SettingsPage
        part="security"
        title={w.secondStep}
        lead={`${w.on({ date: day(me.secondStepSince, reader) })} ${w.codesLeft({ n: me.codesLeft })}`}
      >
        <div className="stack">
          <Form {...form(doing.account("new-recovery-codes"))} submitLabel={w.newCodes} submitKind="sec" />
          <Form {...form(doing.account("remove-second-factor"))} submitLabel={w.turnOff} submitKind="dan" />
        </div>
      </SettingsPage>
    );
  if (!pending)
    return (
      <SettingsPage part="security" title={w.secondStep} lead={w.startHere}>
        <Form {...form(doing.account("start-second-factor"))} submitLabel={w.start} />
      </SettingsPage>
    );
  const sent = form(doing.account("confirm-second-factor"));
  return (
    <SettingsPage part="security" title={w.secondStep} lead={w.scan}>
      <div className="stack">
        <QrCode text={pending.address} label={w.picture} />
        <CopyField label={w.byHand} value={pending.secret} copyLabel={w.copy} copiedLabel={w.copied} />
        <Form {...sent} submitLabel={w.confirm}>
          <Field
            {...fieldProps(sent.returned, "code")}
            label={words.accounts.secondStep.code}
            required
            inputMode="numeric"
            autoComplete="one-time-code"
            dir="ltr"
            maxLength={10}
          />
        </Form>
      </div>
    </SettingsPage>
  );
}
