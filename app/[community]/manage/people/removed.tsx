import { Form } from "@/components/ui/form";
import { removedPeople } from "@/lib/members/people";
import { day } from "@/lib/text/dates";
import type { CommunityParams } from "../../open";
import { openDeskPage } from "../open";

/** Removals can be undone: whoever is let back may come in by the way that is open to everybody. */
export async function Removed({ params }: { params: CommunityParams }) {
  const { desk, words, reader, formTo } = await openDeskPage(params);
  const { rows } = await removedPeople(desk);
  const w = words.manage;
  return (
    <section className="section" aria-labelledby="removed">
      <h2 className="h2 mb-4" id="removed">
        {w.removed}
      </h2>
      {rows.length ? (
        <ul className="lines">
          {rows.map(({ id, personId, name, reason, since }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-4">
              <span>
                <b>{name ?? words.members.gone}</b> <span className="meta">{day(new Date(since), reader)}</span>
                <span className="quiet block">{reason}</span>
              </span>
              <Form
                {...formTo("lift-suspension")}
                submitLabel={words.moderation.liftRemoval}
                submitKind="sec"
                submitSmall
              >
                <input type="hidden" name="person" value={personId} />
                <input type="hidden" name="suspension" value={id} />
                <input type="hidden" name="removal" value="yes" />
              </Form>
            </li>
          ))}
        </ul>
      ) : (
        <p className="quiet">{w.noneRemoved}</p>
      )}
    </section>
  );
}
