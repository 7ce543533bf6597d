import type { settings as english } from "../en/settings";

export const settings: typeof english = {
  title: "Einstellungen",
  logShown: "Mitglieder können lesen, was die Moderation hier tat, ohne die Namen derer, die es betraf",
  signUpsOpen: "Alle dürfen ein Konto anlegen",
  language: "Sprache",
  theme: "Aussehen",
  themes: { system: "Wie mein Gerät", light: "Hell", dark: "Dunkel" },
  zone: "Zeitzone",
  zoneShown: "Die Zeitzone neben Uhrzeiten zeigen",
  publicDirectory: "Diese Community im öffentlichen Verzeichnis zeigen",
  presenceShown: "Anderen zeigen, wenn ich da bin",
  presenceAbout: "In den Räumen, die dir offenstehen. Wenn nicht, siehst du trotzdem, wer sonst da ist.",
  linkPreviews:
    "Unter einem Link, der allein steht, eine kurze Vorschau zeigen. Dafür ruft unser Server die Seite auf, und wer sie betreibt, kann sehen, dass der Link hier geschrieben wurde",
  linkPreviewsInside:
    "Vorschau auch für Links aus Räumen, die ein Abzeichen verlangen. Wer die verlinkten Seiten betreibt, kann dann sehen, dass jemand über sie schreibt",
  tagsByMembers: "Mitglieder dürfen neue Schlagwörter machen; sonst wählen sie aus euren",
  keyboardShortcuts: "Tastenkürzel",
  inDirectory: "Mich im Verzeichnis der Mitglieder zeigen",
  activityShown: "Auf meiner Seite zeigen, woran ich teilnahm",
  bringerShown: "Auf meiner Seite zeigen, wer mich mitgebracht hat",
  inPulse: "Mich im Puls dieser Gemeinschaft mitzählen",
  pulseShown: "Wer den Puls sieht",
  about: {
    inDirectory: "Wenn nicht, begegnet man dir nur dort, wo du sprichst.",
    activityShown: "Wenn nicht, wird trotzdem gelesen, was du schriebst, wo es steht, und durch Suchen gefunden.",
    inPulse: "Wenn nicht, steht ab der nächsten Messung nichts von dir in seinen Zahlen, und du nimmst teil wie zuvor.",
    bringerShown: "Wenn nicht, sehen es nur du und die Leitung.",
  },
  here: ({ community }) => `Für dich in ${community}`,
  mail: {
    joinRequests: "E-Mail, wenn jemand beitreten möchte",
    reports: "E-Mail, wenn etwas gemeldet wird",
    reportAnswers: "E-Mail, wenn eine Meldung von mir beantwortet wurde",
    reminders: "E-Mail, wenn eine Erinnerung von mir fällig ist",
    newDevices: "E-Mail, wenn sich ein neues Gerät anmeldet",
  },
  errors: {
    unknown: "Diese Einstellung gibt es nicht.",
    notHere: "Diese Einstellung wird hier nicht gesetzt.",
    invalid: "Dieser Wert passt nicht zur Einstellung.",
  },
};
