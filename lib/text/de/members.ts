import type { members as english } from "../en/members";

export const members: typeof english = {
  one: "Mitglied",
  many: "Mitglieder",
  join: "Beitreten",
  askToJoin: "Beitritt anfragen",
  leave: "Austreten",
  role: { member: "Mitglied", representative: "Markenvertretung", manager: "Leitung", owner: "Inhaberin oder Inhaber" },
  errors: {
    alreadyMember: "Diese Person ist schon Mitglied.",
    invitationUsed: "Diese Einladung wurde schon benutzt oder ist abgelaufen.",
  },
};
