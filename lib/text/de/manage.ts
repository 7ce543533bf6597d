import type { manage as english } from "../en/manage";

export const manage: typeof english = {
  title: "Leitung",
  people: "Leute",
  spaces: "Räume",
  badges: "Abzeichen",
  settings: "Einstellungen",
  errors: {},
};
