import { pluralEn as plural } from "../plural";

/** Rounded up: who waits as long as this gets on. */
const time = (minutes: number) =>
  minutes < 60
    ? plural(minutes, { one: "a minute", other: "# minutes" })
    : plural(Math.ceil(minutes / 60), { one: "an hour", other: "# hours" });

export const limits = {
  title: "Limits",
  lead: "How much one person can do in a while. Whoever is too quick is told when they can go on, and keeps what they typed.",
  who: "Whom the numbers are for",
  groups: {
    newcomer: "Newcomers",
    known: "Members",
    trusted: "Trusted members",
    free: "Moderators and managers",
  },
  groupsText: {
    newcomer: ({ days, posts }: { days: number; posts: number }) =>
      `Half of each number: for the first ${days} days and the first ${posts} posts, and for whoever was suspended in the last 90 days or had more than one post in five removed.`,
    known: "The number itself.",
    trusted: ({ days, posts }: { days: number; posts: number }) =>
      `Twice the number: after ${days} days and ${posts} posts with hardly one removed, and for whoever represents the brand.`,
    free: "No limit where they moderate.",
  },
  names: {
    posts: "Answers",
    threads: "New threads",
    reactions: "Reactions",
    flags: "Reports",
    invitations: "Invitations",
  },
  about: {
    posts: "How many answers one person can write, and how often they can change what they wrote; both count together.",
    threads: "How many threads one person can start.",
    reactions: "How many reactions one person can give. Taking one back is always possible.",
    flags: "How much one person can report. Everybody without an account on one network counts as one newcomer.",
    invitations:
      "How many invitations one person can make. They reach people who have no account here to mute them with.",
  },
  most: "At most",
  span: "In",
  spans: ({ minutes }: { minutes: number }) =>
    minutes < 60
      ? plural(minutes, { one: "# minute", other: "# minutes" })
      : minutes < 1440
        ? plural(minutes / 60, { one: "# hour", other: "# hours" })
        : plural(minutes / 1440, { one: "# day", other: "# days" }),
  means: ({ newcomer, known, trusted }: { newcomer: string; known: string; trusted: string }) =>
    `As it stands: newcomers ${newcomer}, members ${known}, trusted members ${trusted}.`,
  usual: ({ most, span }: { most: string; span: string }) => `Usual are ${most} in ${span}.`,
  errors: {
    wrongNumber: "Please give a whole number from 2 to 300.",
    posts: ({ minutes }: { minutes: number }) => `You can post again in ${time(minutes)}. Your text is kept.`,
    threads: ({ minutes }: { minutes: number }) =>
      `You can start another thread in ${time(minutes)}. Your text is kept.`,
    reactions: ({ minutes }: { minutes: number }) => `You can react again in ${time(minutes)}.`,
    flags: ({ minutes }: { minutes: number }) => `You can report again in ${time(minutes)}. What you wrote is kept.`,
    invitations: ({ minutes }: { minutes: number }) =>
      `You can invite again in ${time(minutes)}. What you typed is kept.`,
  },
};
