import { Bell } from "lucide-react";
import { IconLink } from "../ui/icon-button";

/** `label` carries the count: "Notifications, 3 new". */
export function NotificationsLink({ href, label, fresh }: { href: string; label: string; fresh?: boolean }) {
  return (
    <IconLink href={href} label={label} dot={fresh}>
      <Bell className="i" aria-hidden />
    </IconLink>
  );
}
