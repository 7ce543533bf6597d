import { Bell, BellMinus, BellOff, BellRing, EllipsisVertical, Settings2 } from "@/components/ui/icons";
import { Form, type FormProps } from "../ui/form";
import { Link } from "../ui/link";
import { Menu } from "../ui/menu";

type Sent = Pick<FormProps, "action" | "formKey" | "words" | "returned">;
const icons = { mute: BellOff, normal: BellMinus, watch: BellRing };

type Props = {
  label: string;
  /** How closely to follow the thread from now on; none of what stands in no thread. */
  thread?: { form: Sent; id: string; choices: readonly { level: keyof typeof icons; name: string; about: string }[] };
  stop?: { form: Sent; kind: string; name: string; about: string };
  settings: { href: string; name: string };
};

/** Less of this, beside what one has had enough of. */
export function LessMenu({ label, thread, stop, settings }: Props) {
  return (
    <Menu trigger={<EllipsisVertical className="i" aria-hidden />} label={label}>
      {thread ? (
        <Form {...thread.form} className="inmenu">
          <input type="hidden" name="thread" value={thread.id} />
          {thread.choices.map(({ level, name, about }) => {
            const Icon = icons[level];
            return (
              <button key={level} type="submit" name="level" value={level}>
                <Icon className="i" aria-hidden />
                <span>
                  <b>{name}</b>
                  <span className="about">{about}</span>
                </span>
              </button>
            );
          })}
        </Form>
      ) : null}
      {stop ? (
        <Form {...stop.form} className="inmenu">
          <button type="submit" name="kind" value={stop.kind}>
            <Bell className="i" aria-hidden />
            <span>
              <b>{stop.name}</b>
              <span className="about">{stop.about}</span>
            </span>
          </button>
        </Form>
      ) : null}
      <Link href={settings.href}>
        <Settings2 className="i" aria-hidden />
        {settings.name}
      </Link>
    </Menu>
  );
}
