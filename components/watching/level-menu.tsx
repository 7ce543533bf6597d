import { Bell, BellDot, BellMinus, BellOff, BellRing } from "@/components/ui/icons";
import { Form, type FormProps } from "../ui/form";
import { Menu } from "../ui/menu";

const icons = { mute: BellOff, normal: BellMinus, track: BellDot, watch: BellRing, default: Bell };

type Choice = { value: keyof typeof icons; name: string; about: string };

type Props = {
  /** What is chosen for, in words. */
  label: string;
  now: Choice["value"];
  /** As the button says it. */
  nowName: string;
  choices: readonly Choice[];
  form: Pick<FormProps, "action" | "formKey" | "words" | "returned">;
  about: { name: "thread" | "space"; value: string };
  foot: string;
};

/** How closely one follows something: what is so now stands on the button, and each choice says what it does. */
export function LevelMenu({ label, now, nowName, choices, form, about, foot }: Props) {
  const Now = icons[now];
  return (
    <div className="levels">
      <Menu
        start
        className="btn qui sm"
        trigger={
          <>
            <Now className="i" aria-hidden />
            <span className="vh">{`${label}: `}</span>
            {nowName}
          </>
        }
      >
        <Form {...form} label={label} className="inmenu">
          <input type="hidden" name={about.name} value={about.value} />
          {choices.map(({ value, name, about: text }) => {
            const Icon = icons[value];
            return (
              <button key={value} type="submit" name="level" value={value} aria-pressed={value === now}>
                <Icon className="i" aria-hidden />
                <span>
                  <b>{name}</b>
                  <span className="about">{text}</span>
                </span>
              </button>
            );
          })}
        </Form>
        <p className="meta">{foot}</p>
      </Menu>
    </div>
  );
}
