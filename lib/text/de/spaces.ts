import type { spaces as english } from "../en/spaces";

export const spaces: typeof english = {
  one: "Raum",
  many: "Räume",
  everyone: "Alle",
  membersOnly: "Mitglieder",
  holdersOnly: "Wer bestimmte Abzeichen hat",
  errors: {
    nameRequired: "Bitte gib dem Raum einen Namen.",
    slugTaken: "Es gibt schon einen Raum mit dieser Adresse.",
  },
};
