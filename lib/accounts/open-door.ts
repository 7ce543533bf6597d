import { type Database, db, type Tx } from "@/db/client";
import type { VisitorAccess } from "@/lib/access/gate";
import { refuse } from "@/lib/errors";
import { invitationBehind } from "@/lib/members/invitations/queries";
import { setting } from "@/lib/settings/queries";

// Its own file because an account is made in two ways (here, and coming from a provider) and both must ask the same.

/**
 * Refuses where sign-ups are closed and no open invitation is at hand: a link lets anybody in, one that was mailed only its reader.
 * @returns whether the invitation was mailed to this address, which proves it: its token was shown nowhere else
 */
export async function demandOpenDoor(
  access: VisitorAccess,
  { email, next }: { email: string; next?: string },
  on: Database | Tx = db(),
): Promise<{ proven: boolean }> {
  const invitation = await invitationBehind(access, next, on);
  const proven = invitation?.mailedTo === email;
  const invited = proven || invitation?.mailedTo === null;
  if (!invited && !(await setting({}, "signUpsOpen", on))) throw refuse.forbidden("accounts.signUpsClosed");
  return { proven };
}

/** What the page of signing up shows before anything is typed. */
export async function lookAtDoor(access: VisitorAccess, next: string): Promise<"open" | "closed" | "for one address"> {
  const invitation = await invitationBehind(access, next);
  if (invitation) return invitation.mailedTo === null ? "open" : "for one address";
  return (await setting({}, "signUpsOpen")) ? "open" : "closed";
}
