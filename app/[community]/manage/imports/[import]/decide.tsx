import { RoleFields, SpaceFields } from "@/components/imports/plan-fields";
import { Form } from "@/components/ui/form";
import { openSpaces } from "@/lib/access/gate";
import type { Found } from "@/lib/imports/found";
import { importRoles } from "@/lib/imports/input";
import { suggested } from "@/lib/imports/plan";
import { type ImportRow, peopleOf, placedBefore } from "@/lib/imports/queries";
import { number } from "@/lib/text/numbers";
import type { openDeskPage } from "../../open";
import { Drop } from "./drop";

type Page = Awaited<ReturnType<typeof openDeskPage>>;

/** Where everything goes, and who is who: proposed, and for the manager to say. */
export async function Decide({ one, found, page }: { one: ImportRow; found: Found; page: Page }) {
  const { access, desk, words, locale, formTo } = page;
  const [doors, people, before] = await Promise.all([
    openSpaces(access),
    peopleOf(desk, one.id),
    placedBefore(desk, one.source),
  ]);
  const w = words.imports;
  const here = doors.flatMap((door) => ("inside" in door ? [door.inside.space] : []));
  const figure = (n: number) => number(n, locale);
  const decide = formTo("decide-import");
  return (
    <>
      <Form {...decide} submitLabel={w.bring}>
        <input type="hidden" name="import" value={one.id} />
        <h2 className="h2">{w.spaces}</h2>
        <p className="quiet">{w.spacesLead}</p>
        <SpaceFields
          words={{ to: w.to, name: w.name, audience: w.audience }}
          to={[
            { value: "new", label: w.toNew },
            ...here.map(({ id, name }) => ({ value: id, label: name })),
            { value: "leave", label: w.toLeave },
          ]}
          audiences={(["members", "everyone"] as const).map((value) => ({ value, label: w.audiences[value] }))}
          spaces={suggested(found, before).map((plan, n) => {
            const { messages, open } = found.spaces[n]!;
            const count = w.messagesIn({ n: messages, shown: figure(messages) });
            return {
              ...plan,
              key: String(n),
              title: plan.space || w.noSpace,
              meta: open ? count : `${count}, ${w.wasClosed}`,
            };
          })}
        />
        {people.length > 0 ? (
          <>
            <h2 className="h2">{w.rolesTitle}</h2>
            <p className="quiet">{w.rolesLead}</p>
            <RoleFields
              roles={importRoles.map((value) => ({ value, label: w.roles[value] }))}
              people={people.map(({ id, name, role, messages }) => ({
                id,
                role,
                name: name ?? words.members.gone,
                label: w.role({ name: name ?? words.members.gone }),
                meta: w.wrote({ n: messages, shown: figure(messages) }),
              }))}
            />
          </>
        ) : null}
        <p className="quiet">{w.bringNote}</p>
      </Form>
      <Drop {...{ one, page }} />
    </>
  );
}
