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
};
