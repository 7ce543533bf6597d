import { pluralEn as plural } from "../plural";

/** Reading: how far one has read, and what one finds where. */
export const reading = {
  keepUnread: ({ n }: { n: number }) => `Keep unread from post ${n} on`,
  readToHere: "I have read to here",
  markAllRead: "Mark all read",
  markAllReadIn: ({ space }: { space: string }) => `Mark all read in ${space}`,
  which: "Which threads",
  all: "All",
  unreadOnly: "Unread",
  noneUnread: "You have read everything here",
  noneUnreadText: "When somebody says something new, it stands here.",
  answered: ({ n }: { n: number }) => plural(n, { one: "# answer", other: "# answers" }),
  inPlaceTitle: "The post that was answered",
  answersTitle: "Answers to this post",
  toThread: "Everything in its thread",
  noAnswers: "No answer is to be seen any more.",
  place: "Position in this thread",
  openPlace: "Move in this thread:",
  jumpToDay: "Jump to a day",
  go: "Go",
  at: ({ n, of }: { n: string; of: string }) => `${n} of ${of}`,
  sinceTitle: "Since you were here",
  lastVisit: ({ when }: { when: string }) => `You were here ${when}`,
  firstVisit: "Your first visit",
  firstVisitText: "Have a look around. From your next visit on, this says what happened while you were away.",
  nothingSince: "Nothing has happened since.",
  answeredYou: ({ name, title }: { name: string; title: string }) => `${name} answered you in ${title}`,
  badgeYou: ({ badge }: { badge: string }) => `You were given the badge ${badge}`,
  badgeOther: ({ name, badge }: { name: string; badge: string }) => `${name} was given the badge ${badge}`,
  newThreads: ({ n }: { n: number }) =>
    n > 99
      ? "More than 99 threads have something new"
      : plural(n, { one: "# thread has something new", other: "# threads have something new" }),
  newMembers: ({ n }: { n: number }) =>
    n > 99 ? "More than 99 people joined" : plural(n, { one: "# person joined", other: "# people joined" }),
};
