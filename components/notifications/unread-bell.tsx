"use client";
import { NotificationsLink } from "../shell/notifications-link";
import { useUnread } from "./unread";

/** The bell with the number of now. */
export function UnreadBell({ href }: { href: string }) {
  const unread = useUnread();
  return unread ? <NotificationsLink href={href} label={unread.label} shown={unread.shown} /> : null;
}
