export const members = {
  one: "Member",
  many: "Members",
  join: "Join",
  askToJoin: "Ask to join",
  leave: "Leave",
  role: { member: "Member", representative: "Representative", manager: "Manager", owner: "Owner" },
  errors: {
    alreadyMember: "This person is already a member.",
    invitationUsed: "This invitation was used already or has run out.",
  },
};
