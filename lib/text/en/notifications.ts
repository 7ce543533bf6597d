import { pluralEn as plural } from "../plural";

type Said = { name: string; others: number; title: string; space: string };
/** "Ana", "Ana and 3 others". */
const who = ({ name, others }: Said) =>
  others > 0 ? `${name} ${plural(others, { one: "and # other", other: "and # others" })}` : name;

/** What somebody is told of, why, and how they hear less of it. */
export const notifications = {
  title: "Notifications",
  /** Where room is short. */
  short: "News",
  linkShort: ({ n }: { n: number }) =>
    n === 0 ? "News" : n > 99 ? "News, more than 99 new" : plural(n, { one: "News, # new", other: "News, # new" }),
  lead: "What concerns you here. Only you see this.",
  link: ({ n }: { n: number }) =>
    n === 0
      ? "Notifications"
      : n > 99
        ? "Notifications, more than 99 new"
        : plural(n, { one: "Notifications, # new", other: "Notifications, # new" }),
  says: {
    mention: (said: Said) => `${who(said)} mentioned you in “${said.title}”`,
    answer: (said: Said) => `${who(said)} answered you in “${said.title}”`,
    quote: (said: Said) => `${who(said)} quoted you in “${said.title}”`,
    watched: (said: Said) => `${who(said)} wrote in “${said.title}”`,
    started: (said: Said) => `${who(said)} started “${said.title}”`,
    accepted: (said: Said) => `${said.name} chose your post as the answer in “${said.title}”`,
    reaction: (said: Said) => `${who(said)} reacted to what you wrote in “${said.title}”`,
    removed: (said: Said) => `Your post in “${said.title}” was removed by a moderator`,
    restored: (said: Said) => `Your post in “${said.title}” was brought back by a moderator`,
    moved: (said: Said) => `Your thread “${said.title}” was moved to ${said.space}`,
    merged: (said: Said) => `Your thread is now part of “${said.title}”`,
    locked: (said: Said) => `Your thread “${said.title}” was locked`,
    report: (_: Said) => "What you reported was answered",
  },
  reasons: {
    mention: "You were spoken to by name",
    answer: "It answers a post of yours",
    quote: "It quotes a post of yours",
    watchedThread: "You watch this thread",
    watchedSpace: ({ space }: { space: string }) => `You watch ${space}`,
    accepted: "It is your post",
    reaction: "It is your post",
    removed: "It is your post",
    restored: "It is your post",
    moved: "You began this thread",
    merged: "You began this thread",
    locked: "You began this thread",
    report: "You made the report",
  },
  new: "New",
  newShow: "Something new, show",
  markRead: "Mark read",
  markAllRead: "Mark all read",
  less: "Less of this",
  lessOf: ({ what }: { what: string }) => `Less of this: ${what}`,
  muteThread: "Mute this thread",
  muteThreadAbout: "You hear nothing more of it, unless moderators act.",
  watchThread: "Watch this thread",
  watchThreadAbout: "You hear of every post in it.",
  normalThread: "Follow it normally",
  normalThreadAbout: "You hear only what is meant for you.",
  stopKind: ({ kind }: { kind: string }) => `Stop: ${kind}`,
  stopKindAbout: "Nothing more of this kind, anywhere.",
  allSettings: "All settings",
  none: "Nothing yet",
  noneText: "When somebody answers, mentions or quotes you, or writes where you watch, it stands here.",
  settings: {
    mention: "Somebody mentions me",
    answer: "Somebody answers me",
    quote: "Somebody quotes me",
    watched: "New posts in threads I watch",
    started: "New threads in spaces I watch",
    accepted: "My post is chosen as the answer",
    reaction: "Reactions to my posts",
    moderation: "Moderators act on what I wrote",
    ways: {
      mail: "In the app, and by mail at once",
      digest: "In the app, and in the digest",
      app: "In the app only",
      off: "Not at all",
    },
    title: "What you hear of, and how",
    about: "Mail at once waits three minutes: what you read meanwhile is not mailed.",
    when: "When mail may come",
    quietFrom: "Quiet from",
    quietTo: "Quiet until",
    quietNone: "Never quiet",
    quietHint: ({ zone }: { zone: string }) => `By the clock of ${zone}. In these hours no such mail is sent.`,
    zoneOfCommunity: "the community",
    digestEvery: "The digest",
    digestNever: "Never",
    digestDaily: "Every day",
    digestWeekly: "Every Monday",
    digestHour: "Digest at",
    mailsADay: "Mails at once, a day at most",
    mailsHint: "What goes over it stands in the digest.",
    saved: "Saved",
  },
  unsubscribe: {
    title: "Less mail",
    ask: ({ what }: { what: string }) => `No more mails of this kind: ${what}?`,
    keeps: "It still stands in the app.",
    digest: "The digest",
    button: "Yes, no more of these",
    done: "Done. No more mails of this kind will come.",
    wrong: "This address is not whole. Open the one in the mail, or change your settings.",
    toSettings: "To your settings",
  },
  errors: {},
};
