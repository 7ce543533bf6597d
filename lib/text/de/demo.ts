import type { demo as english } from "../en/demo";

export const demo: typeof english = {
  banner: "Das ist eine Vorführung. Alles darf ausprobiert werden, und nichts verlässt diesen Rechner.",
  mailbox: "E-Mails aus dieser Vorführung",
  errors: {},
};
