import type { SettingKey } from "@/lib/settings/registry";

/** What each kind of mail needs to know: ids and times, never a name, an address or a text. */
export interface MailParams {
  "verify-email": Record<string, never>;
  "magic-link": Record<string, never>;
  "reset-password": Record<string, never>;
  "email-changed-old": Record<string, never>;
  "email-changed-new": Record<string, never>;
  invitation: { communityId: string; inviterId: string };
  "join-request": { communityId: string; askerId: string };
  "join-approved": { communityId: string };
  /** An instant, in ISO form. */
  "new-device": { at: string };
  "export-ready": Record<string, never>;
  "account-deleted": Record<string, never>;
  reminder: { communityId: string; bookmarkId: string };
  /** What is of one kind and thread: the mail that its notifications name. */
  notice: { communityId: string; mailing: string; of: string };
  digest: { mailing: string };
  "report-received": { communityId: string; reportId: string };
  "report-answered": { communityId: string; reportId: string };
  statement: { communityId: string; statementId: string };
  "appeal-answered": { communityId: string; statementId: string };
}

export type MailKind = keyof MailParams;

interface Rules {
  /**
   * Somebody waits for a security mail, and nothing but the mail tells them: after a crash it is offered again.
   * A notice is also in the app, so it is never sent twice.
   */
  security: boolean;
  /** sealed: the address it was asked for with, because by the time it is sent the person has another or none. */
  to: "email" | "pendingEmail" | "sealed";
  /** The switch its reader has. */
  setting?: SettingKey;
  /** How long the link in it works, in minutes. */
  life?: number;
}

const security = { security: true, to: "email" } as const;
const notice = { security: false, to: "email" } as const;

export const kinds: Record<MailKind, Rules> = {
  "verify-email": { ...security, life: 2 * 24 * 60 },
  "magic-link": { ...security, life: 20 },
  "reset-password": { ...security, life: 60 },
  // A warning that waited until the change was made would go to whom it warns of.
  "email-changed-old": { security: true, to: "sealed", life: 24 * 60 },
  "email-changed-new": { ...security, to: "pendingEmail", life: 24 * 60 },
  invitation: notice,
  "join-request": { ...notice, setting: "mailJoinRequests" },
  "join-approved": notice,
  "new-device": { ...security, setting: "mailNewDevice" },
  "export-ready": notice,
  "account-deleted": { security: true, to: "sealed" },
  reminder: { ...notice, setting: "mailReminders" },
  // Whether somebody wants these was asked before they were written: lib/notifications/jobs.ts.
  notice,
  digest: notice,
  "report-received": { ...notice, setting: "mailReports" },
  "report-answered": { ...notice, setting: "mailReportAnswers" },
  // Whoever may no longer come in hears of it by nothing else, so there is no switch.
  statement: notice,
  "appeal-answered": notice,
};
