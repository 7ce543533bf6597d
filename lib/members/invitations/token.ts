import { digest, keyedDigest } from "@/lib/access/secrets";

// Its own file because the token is made here and nowhere stored: it is computed from the invitation's id and the secret of
// the instance. So the same form sent twice names the same link, the page can show it after the redirect, and whoever
// reads the database cannot make one.

export const invitationToken = (invitationId: string): string => keyedDigest("invitation", invitationId);

/** What is kept. It is what the token is found by, so links outlive a change of the secret. */
export const tokenHash = (token: string): string => digest(token);
