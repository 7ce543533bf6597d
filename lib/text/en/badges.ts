export const badges = {
  one: "Badge",
  many: "Badges",
  edition: ({ number, of }: { number: number; of: number }) => `No. ${number} of ${of}`,
  errors: {
    nameRequired: "Please name the badge.",
    editionFull: "All badges of this edition have been given.",
    alreadyHeld: "This person already holds this badge.",
  },
};
