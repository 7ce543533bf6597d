import { Form } from "@/components/ui/form";
import type { Invitation } from "@/lib/members/invitations/queries";
import { day } from "@/lib/text/dates";
import type { openCommunityPage } from "./open";

type On = Pick<Awaited<ReturnType<typeof openCommunityPage>>, "words" | "reader" | "formTo">;

/** A line of the two lists of invitations. At the desk it names who made it, and withdrawing leads back there. */
export function invitationRow({ words, reader, formTo }: On, invitation: Invitation, atDesk = false) {
  const w = words.members.invite;
  const { id, byMail, state, uses, maxUses, expiresAt, inviter } = invitation;
  return {
    key: id,
    kind: byMail ? w.byMail : w.byLink,
    state: w.states[state],
    open: state === "open",
    uses: w.used({ uses, of: maxUses }),
    until: day(new Date(expiresAt), reader),
    by: atDesk ? (inviter ?? words.members.gone) : undefined,
    act:
      state === "open" ? (
        <Form
          {...formTo("withdraw-invitation")}
          className="inline-block"
          submitLabel={w.withdraw}
          submitKind="sec"
          submitSmall
        >
          <input type="hidden" name="invitation" value={id} />
          {atDesk ? <input type="hidden" name="desk" value="yes" /> : null}
        </Form>
      ) : null,
  };
}
