import type { badges as english } from "../en/badges";

export const badges: typeof english = {
  one: "Abzeichen",
  many: "Abzeichen",
  edition: ({ number, of }) => `Nr. ${number} von ${of}`,
  errors: {
    nameRequired: "Bitte gib dem Abzeichen einen Namen.",
    editionFull: "Alle Abzeichen dieser Auflage sind vergeben.",
    alreadyHeld: "Diese Person hat dieses Abzeichen schon.",
  },
};
