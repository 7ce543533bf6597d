import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { readSealed } from "@/lib/accounts/cookies";

import { doing, paths } from "@/lib/paths";
import { openMine } from "../../../_frames/open";
import { SettingsPage } from "../../../_frames/settings-page";
import { titled } from "../../../_frames/titled";

export const generateMetadata = titled((words) => words.security.codesTitle);

export default async function RecoveryCodesPage() {
  const { words, form } = await openMine();
  const codes = await readSealed<string[]>("codes");
  const w = words.accounts.security;
  if (!codes)
    return (
      <SettingsPage part="security" title={w.codesTitle} lead={w.codesGone}>
        <ButtonLink href={paths.security("second-step")}>{w.manage}</ButtonLink>
      </SettingsPage>
    );
  return (
    <SettingsPage part="security" title={w.codesTitle} lead={w.codesLead}>
      <div className="stack">
        <ul className="lines" dir="ltr">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Form {...form(doing.account("keep-recovery-codes"))} submitLabel={w.codesKept} />
      </div>
    </SettingsPage>
  );
}
