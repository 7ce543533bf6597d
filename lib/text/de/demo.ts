import type { demo as english } from "../en/demo";

export const demo: typeof english = {
  banner: "Dies ist eine Vorführung. Alles darf ausprobiert werden, und nichts verlässt diesen Rechner.",
  title: "Kindling als sechs Menschen ausprobieren",
  lead: "Alle hier sind erfunden. Such dir aus, wer du sein möchtest; du kannst jederzeit wechseln.",
  be: ({ name }) => `${name} sein`,
  people: {
    visitor: "Besucherin",
    member: "Mitglied",
    insider: "Eingeweihte",
    representative: "Vertreter der Marke",
    manager: "Community-Managerin",
    owner: "Inhaberin der Marke",
  },
  mailbox: "In dieser Vorführung verschickte E-Mails",
  mailboxLead: "Keine E-Mail verlässt diesen Rechner. Was verschickt worden wäre, liegt hier.",
  noMail: "Noch wurde keine E-Mail verschickt.",
  noMailText: "Leg ein Konto an, fordere einen Link an oder lade jemanden ein, dann erscheint sie hier.",
  to: ({ address }) => `an ${address}`,
  errors: {},
};
