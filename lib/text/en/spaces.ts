export const spaces = {
  one: "Space",
  many: "Spaces",
  everyone: "Everyone",
  membersOnly: "Members",
  holdersOnly: "Holders of named badges",
  errors: {
    nameRequired: "Please name the space.",
    slugTaken: "There is already a space with this address.",
  },
};
