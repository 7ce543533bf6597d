import type { demo as english } from "../en/demo";

export const demo: typeof english = {
  banner: "Dies ist eine Vorführung. Alles darf ausprobiert werden, und nichts verlässt diesen Rechner.",
  title: "Kindling als sechs Menschen ausprobieren",
  lead: "Alle hier sind erfunden. Such dir aus, wer du sein möchtest; du kannst jederzeit wechseln.",
  be: ({ name }) => `${name} sein`,
  youAre: ({ name }) => `Du bist ${name}`,
  change: "Jemand anderes sein",
  people: {
    visitor: "Besucherin",
    member: "Mitglied",
    insider: "Eingeweihte",
    representative: "Vertreter der Marke",
    manager: "Community-Managerin",
    owner: "Inhaberin der Marke",
  },
  sees: {
    visitor:
      "Hat ein Konto und keine Mitgliedschaft: liest, was offen ist, findet die Tür des Lamp Room und wie man hineinkommt.",
    member:
      "Seit drei Monaten dabei: schreibt, lädt ein, trägt den Kessel und findet den Raum der Eingeweihten verschlossen.",
    insider: "Trägt First Flight Nr. 17, das den Lamp Room öffnet. Den Blotter gibt es für sie nicht.",
    representative:
      "Spricht an der Werkbank für Tindrel. Der Lamp Room bleibt ihm verschlossen: Ansehen hängt nicht am Arbeitgeber.",
    manager: "Kümmert sich um The Long Grass: Menschen, Anfragen, Räume, Abzeichen und was gemeldet wurde.",
    owner: "Ihr gehört Tindrel mit beiden Communitys: Abzeichen, Inhaber und die Texte, denen man zustimmt.",
  },
  nobody: "Niemand",
  nobodySees: "Nicht angemeldet: was sieht, wer nur vorbeikommt, und was eine Suchmaschine sieht.",
  beNobody: "Abmelden",
  youAreNobody: "Du bist gerade niemand",
  mailbox: "In dieser Vorführung verschickte E-Mails",
  mailboxLead: "Keine E-Mail verlässt diesen Rechner. Was verschickt worden wäre, liegt hier.",
  noMail: "Noch wurde keine E-Mail verschickt.",
  noMailText: "Leg ein Konto an, fordere einen Link an oder lade jemanden ein, dann erscheint sie hier.",
  toMailbox: "Hier aufbewahrte E-Mails",
  allMail: "Alle E-Mails",
  open: "Öffnen",
  asSent: "So sieht sie aus",
  asText: "Als Text",
  to: ({ address }) => `an ${address}`,
  errors: {},
};
