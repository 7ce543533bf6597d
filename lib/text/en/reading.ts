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
};
