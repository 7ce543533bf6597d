import { Setting } from "@/components/shell/setting";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";

import { myAccount } from "@/lib/accounts/queries";
import { env } from "@/lib/env";
import { doing, paths } from "@/lib/paths";
import { day } from "@/lib/text/dates";
import { openMine } from "../../_frames/open";
import { SettingsPage } from "../../_frames/settings-page";
import { titled } from "../../_frames/titled";

export const generateMetadata = titled((words) => words.settings.security);

/** How things stand, for anybody at this screen; each change is a page of its own that asks for a proof. */
export default async function SecurityPage({ searchParams }: { searchParams: Promise<{ done?: string }> }) {
  const { access, words, form, reader } = await openMine();
  const [me, { done }] = await Promise.all([myAccount(access), searchParams]);
  const w = words.accounts.security;
  const dones: Record<string, string> = { email: w.addressChanged, password: w.passwordChanged };
  return (
    <SettingsPage part="security" done={done ? dones[done] : undefined}>
      <Setting title={w.address} about={me.email}>
        {me.pendingEmail ? (
          <Notice title={w.waiting({ email: me.pendingEmail })}>
            <Form {...form(doing.account("stop-email-change"))} submitLabel={w.stop} submitKind="sec" submitSmall />
          </Notice>
        ) : null}
        <div className="row">
          <ButtonLink href={paths.security("email")}>{w.changeAddress}</ButtonLink>
        </div>
      </Setting>
      <Setting
        title={words.accounts.password}
        about={me.passwordSince ? w.passwordSince({ date: day(me.passwordSince, reader) }) : w.noPassword}
      >
        <div className="row">
          <ButtonLink href={paths.security("password")}>
            {me.passwordSince ? w.changePassword : w.setPassword}
          </ButtonLink>
        </div>
      </Setting>
      <Setting
        title={w.secondStep}
        about={
          me.secondStepSince
            ? `${w.on({ date: day(me.secondStepSince, reader) })} ${w.codesLeft({ n: me.codesLeft })}`
            : w.secondStepAbout
        }
      >
        <div className="row">
          <ButtonLink href={paths.security("second-step")}>{me.secondStepSince ? w.manage : w.turnOn}</ButtonLink>
        </div>
      </Setting>
      {env.providers.length > 0 ? (
        <Setting title={w.providers} about={w.providersAbout}>
          <div className="row">
            <ButtonLink href={paths.security("providers")}>{w.manage}</ButtonLink>
          </div>
        </Setting>
      ) : null}
    </SettingsPage>
  );
}
