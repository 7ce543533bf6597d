import { paths } from "@/lib/paths";
import type { Words } from "@/lib/text";
import { kinds, type MailKind } from "./kinds";

/** What a letter says, looked up at the moment it is sent. */
export interface Facts {
  origin: string;
  community: { name: string; slug: string };
  /** Who invites or asks. */
  person: string;
  secret: string;
  when: string;
  /** What somebody asked to be reminded of. */
  thread: { title: string; postId: string };
  /** What happened, as far as they may hear of it now. */
  news: News;
}

export interface News {
  communities: { name: string; slug: string; lines: NewsLine[]; more: boolean }[];
  /** Ends mails of this kind. */
  unsubscribe: string;
}
export type NewsLine = { text: string; reason: string; said: string; path: string };

export interface Text {
  subject: string;
  paragraphs: string[];
  /** Lists of what happened, each line with where it leads. */
  sections?: {
    title: string;
    lines: { text: string; said: string; path: string }[];
    more?: { text: string; path: string };
  }[];
  button?: { label: string; path: string };
  footer: string[];
  /** A path of ours that ends mails of this kind: one click in the mail program, or a page that asks. */
  unsubscribe?: string;
}

type Write = (words: Words["mail"], facts: Facts) => Text;
type Plain = { subject: string; text: string; button: string; notYou?: string };

const account = (w: Words["mail"], f: Facts) => [w.why({ origin: f.origin })];

/** Mail with a one-time link, which says how long it works and that it can be left alone. */
const withLink =
  (kind: MailKind, say: (w: Words["mail"]) => Plain, path: (secret: string) => string): Write =>
  (w, f) => {
    const { subject, text, button, notYou = w.notYou } = say(w);
    const expires = w.expires({ minutes: kinds[kind].life ?? 0 });
    return {
      subject,
      paragraphs: [text, expires, notYou],
      button: { label: button, path: path(f.secret) },
      footer: account(w, f),
    };
  };

export const letters: Record<MailKind, Write> = {
  "verify-email": withLink("verify-email", (w) => w.verifyEmail, paths.verify),
  "magic-link": withLink("magic-link", (w) => w.magicLink, paths.magicLink),
  "reset-password": withLink("reset-password", (w) => w.resetPassword, paths.reset),
  "email-changed-new": withLink("email-changed-new", (w) => w.emailChangedNew, paths.verify),
  // Stopping a change needs no sign-in: who reads the old mailbox may have lost the account by now.
  "email-changed-old": withLink("email-changed-old", (w) => w.emailChangedOld, paths.verify),
  invitation: (w, f) => ({
    subject: w.invitation.subject({ community: f.community.name }),
    paragraphs: [w.invitation.text({ inviter: f.person, community: f.community.name })],
    button: { label: w.invitation.button, path: paths.invitation(f.community.slug, f.secret) },
    footer: [w.whyInvited({ origin: f.origin })],
  }),
  "join-request": (w, f) => ({
    subject: w.joinRequest.subject({ community: f.community.name }),
    paragraphs: [w.joinRequest.text({ person: f.person, community: f.community.name })],
    button: { label: w.joinRequest.button, path: paths.manage(f.community.slug, "requests") },
    footer: account(w, f),
  }),
  "join-approved": (w, f) => ({
    subject: w.joinApproved.subject({ community: f.community.name }),
    paragraphs: [w.joinApproved.text({ community: f.community.name })],
    button: { label: w.joinApproved.button, path: paths.community(f.community.slug) },
    footer: account(w, f),
  }),
  "new-device": (w, f) => ({
    subject: w.newDevice.subject,
    paragraphs: [w.newDevice.text({ when: f.when }), w.newDevice.notYou],
    button: { label: w.newDevice.button, path: paths.settingsOf("devices") },
    footer: account(w, f),
  }),
  "export-ready": (w, f) => ({
    subject: w.exportReady.subject,
    paragraphs: [w.exportReady.text],
    button: { label: w.exportReady.button, path: paths.settingsOf("data") },
    footer: account(w, f),
  }),
  "account-deleted": (w) => ({
    subject: w.accountDeleted.subject,
    paragraphs: [w.accountDeleted.text],
    footer: [],
  }),
  reminder: (w, f) => ({
    subject: w.reminder.subject({ title: f.thread.title || f.community.name }),
    paragraphs: [w.reminder.text({ title: f.thread.title || f.community.name, community: f.community.name })],
    button: { label: w.reminder.button, path: paths.post(f.community.slug, f.thread.postId) },
    footer: [
      w.reminder.why({ all: f.origin + paths.bookmarks(f.community.slug) }),
      w.reminder.fewer({ at: f.origin + paths.settingsOf("notifications") }),
    ],
  }),
  notice: (w, f) => {
    const [community] = f.news.communities;
    const [line] = community?.lines ?? [];
    const { text = "", reason = "", said = "", path = paths.home } = line ?? {};
    return {
      subject: text,
      paragraphs: [text, ...(said ? [`“${said}”`] : [])],
      button: { label: w.notice.button, path },
      footer: [
        w.notice.why({ reason, community: f.community.name }),
        w.reminder.fewer({ at: f.origin + paths.settingsOf("notifications") }),
        w.notice.unsubscribe({ at: f.origin + paths.unsubscribe(f.news.unsubscribe) }),
      ],
      unsubscribe: f.news.unsubscribe,
    };
  },
  digest: (w, f) => {
    const { communities, unsubscribe } = f.news;
    const [first] = communities;
    return {
      subject: w.digest.subject({ community: first?.name ?? "", others: communities.length - 1 }),
      paragraphs: [w.digest.text],
      sections: communities.map(({ name, slug, lines, more }) => ({
        title: name,
        lines,
        more: more ? { text: w.digest.more, path: paths.notifications(slug) } : undefined,
      })),
      footer: [
        w.digest.why,
        w.reminder.fewer({ at: f.origin + paths.settingsOf("notifications") }),
        w.notice.unsubscribe({ at: f.origin + paths.unsubscribe(unsubscribe) }),
      ],
      unsubscribe,
    };
  },
  "report-received": (w, f) => ({
    subject: w.reportReceived.subject({ community: f.community.name }),
    paragraphs: [w.reportReceived.text({ community: f.community.name })],
    button: { label: w.reportReceived.button, path: paths.manage(f.community.slug, "reports") },
    footer: account(w, f),
  }),
  "report-answered": (w, f) => ({
    subject: w.reportAnswered.subject,
    paragraphs: [w.reportAnswered.text({ community: f.community.name })],
    button: { label: w.reportAnswered.button, path: paths.report(f.community.slug) },
    footer: account(w, f),
  }),
  statement: (w, f) => ({
    subject: w.statement.subject({ community: f.community.name }),
    paragraphs: [w.statement.text({ community: f.community.name })],
    button: { label: w.statement.button, path: paths.statements(f.community.slug) },
    footer: account(w, f),
  }),
  "appeal-answered": (w, f) => ({
    subject: w.appealAnswered.subject,
    paragraphs: [w.appealAnswered.text({ community: f.community.name })],
    button: { label: w.appealAnswered.button, path: paths.statements(f.community.slug) },
    footer: account(w, f),
  }),
};
