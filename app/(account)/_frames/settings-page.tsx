import type { ReactNode } from "react";
import { House } from "@/app/_frames/house";
import { PageHead } from "@/components/shell/page-head";
import { SettingsFrame } from "@/components/shell/settings-frame";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";

const parts = ["profile", "security", "devices", "notifications", "blocked", "data"] as const;

/** A person's settings: one frame, six parts. */
export async function SettingsPage({
  part,
  title,
  lead,
  done,
  children,
}: {
  part: (typeof parts)[number];
  title?: string;
  lead?: ReactNode;
  /** What has just been done, in a sentence. */
  done?: string;
  children: ReactNode;
}) {
  const { viewer, words } = await openPage();
  const { settings, unverified, checkMail } = words.accounts;
  const items = parts.map((name) => ({
    href: paths.settingsOf(name),
    label: settings[name],
    current: name === part,
  }));
  return (
    <House>
      <SettingsFrame navLabel={settings.nav} groups={[{ items }]}>
        <PageHead title={title ?? settings[part]} lead={lead} />
        {done ? <Notice kind="good" title={done} live /> : null}
        {viewer.verified ? null : (
          <Notice
            kind="accent"
            title={unverified}
            actions={
              <ButtonLink href={paths.checkMail} small>
                {checkMail.title}
              </ButtonLink>
            }
          />
        )}
        {children}
      </SettingsFrame>
    </House>
  );
}
