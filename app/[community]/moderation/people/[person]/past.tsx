import { Setting } from "@/components/shell/setting";
import { Form } from "@/components/ui/form";
import { Tag } from "@/components/ui/tag";
import type { History } from "@/lib/moderation/history";
import { day } from "@/lib/text/dates";
import type { openCommunityPage } from "../../../open";

type Props = { page: Awaited<ReturnType<typeof openCommunityPage>>; person: History };

/** What was decided about somebody, the latest first. */
export function Past({ page: { words, reader, viewer, formTo }, person }: Props) {
  const w = words.moderation;
  const on = (at: string) => day(new Date(at), reader);
  return (
    <Setting title={w.history.statements}>
      {person.statements.length ? (
        <ul className="lines">
          {person.statements.map(({ id, kind, reason, by, at, until, liftedAt, active, appealedAt }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-4">
              <span>
                <Tag kind={active ? "bad" : "plain"}>{w.statements.about[kind]}</Tag>{" "}
                <span className="meta">
                  {[
                    w.givenBy({ who: by ?? words.members.gone, when: on(at) }),
                    liftedAt ? w.statements.lifted({ date: on(liftedAt) }) : until && w.untilWhen({ date: on(until) }),
                    appealedAt && w.history.appealed,
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </span>
                {reason === null ? (
                  <span className="quiet block">{w.history.elsewhere}</span>
                ) : (
                  <span className="said block" dir="auto">
                    {reason}
                  </span>
                )}
              </span>
              {kind === "silence" && active && person.id !== viewer.personId ? (
                <Form {...formTo("lift-silence")} submitLabel={w.history.lift} submitKind="sec" submitSmall>
                  <input type="hidden" name="person" value={person.id} />
                  <input type="hidden" name="statement" value={id} />
                </Form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{w.history.none}</p>
      )}
    </Setting>
  );
}
