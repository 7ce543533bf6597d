import type { moderation as english } from "../en/moderation";

export const moderation: typeof english = {
  report: "Melden",
  reports: "Meldungen",
  reason: "Grund",
  errors: {
    reasonRequired: "Bitte nenne einen Grund. Die betroffene Person wird ihn lesen.",
  },
};
