import { Bell } from "@/components/ui/icons";
import { Link } from "../ui/link";

/** `label` carries the count in words: "Notifications, 3 new"; `shown` is how it stands on the bell. */
export function NotificationsLink({ href, label, shown }: { href: string; label: string; shown?: string }) {
  return (
    <Link className="iconbtn bell" href={href} data-go="news" aria-label={label} title={label}>
      <Bell className="i" aria-hidden />
      {shown ? (
        <span className="count" aria-hidden>
          {shown}
        </span>
      ) : null}
    </Link>
  );
}
