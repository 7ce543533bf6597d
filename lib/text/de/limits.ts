import type { limits as english } from "../en/limits";
import { pluralDe as plural } from "../plural";

const time = (minutes: number) =>
  minutes < 60
    ? plural(minutes, { one: "einer Minute", other: "# Minuten" })
    : plural(Math.ceil(minutes / 60), { one: "einer Stunde", other: "# Stunden" });

export const limits: typeof english = {
  title: "Grenzen",
  lead: "Wie viel eine Person in einer gewissen Zeit tun kann. Wer zu schnell ist, erfährt, wann es weitergeht, und behält, was schon geschrieben ist.",
  who: "Für wen die Zahlen gelten",
  groups: {
    newcomer: "Neue",
    known: "Mitglieder",
    trusted: "Bewährte Mitglieder",
    free: "Moderierende und Verwaltende",
  },
  groupsText: {
    newcomer: ({ days, posts }) =>
      `Die Hälfte jeder Zahl: in den ersten ${days} Tagen und für die ersten ${posts} Beiträge, und für alle, die in den letzten 90 Tagen gesperrt waren oder denen mehr als jeder fünfte Beitrag entfernt wurde.`,
    known: "Die Zahl selbst.",
    trusted: ({ days, posts }) =>
      `Das Doppelte: nach ${days} Tagen und ${posts} Beiträgen, von denen kaum einer entfernt wurde, und für alle, die die Marke vertreten.`,
    free: "Keine Grenze, wo sie moderieren.",
  },
  names: {
    posts: "Antworten",
    threads: "Neue Themen",
    reactions: "Reaktionen",
    flags: "Meldungen",
    invitations: "Einladungen",
  },
  about: {
    posts:
      "Wie viele Antworten eine Person schreiben und wie oft sie Geschriebenes ändern kann; beides zählt zusammen.",
    threads: "Wie viele Themen eine Person beginnen kann.",
    reactions: "Wie viele Reaktionen eine Person geben kann. Zurücknehmen geht immer.",
    flags: "Wie viel eine Person melden kann. Alle ohne Konto in einem Netz zählen zusammen wie eine neue Person.",
    invitations:
      "Wie viele Einladungen eine Person machen kann. Sie erreichen Menschen, die hier kein Konto haben, um sie stummzuschalten.",
  },
  most: "Höchstens",
  span: "In",
  spans: ({ minutes }) =>
    minutes < 60
      ? plural(minutes, { one: "# Minute", other: "# Minuten" })
      : minutes < 1440
        ? plural(minutes / 60, { one: "# Stunde", other: "# Stunden" })
        : plural(minutes / 1440, { one: "# Tag", other: "# Tagen" }),
  means: ({ newcomer, known, trusted }) =>
    `So, wie es jetzt ist: Neue ${newcomer}, Mitglieder ${known}, bewährte Mitglieder ${trusted}.`,
  usual: ({ most, span }) => `Üblich sind ${most} in ${span}.`,
  errors: {
    wrongNumber: "Bitte gib eine ganze Zahl von 2 bis 300 an.",
    posts: ({ minutes }) => `Du kannst in ${time(minutes)} wieder schreiben. Dein Text bleibt erhalten.`,
    threads: ({ minutes }) => `Du kannst in ${time(minutes)} ein weiteres Thema beginnen. Dein Text bleibt erhalten.`,
    reactions: ({ minutes }) => `Du kannst in ${time(minutes)} wieder reagieren.`,
    flags: ({ minutes }) =>
      `Du kannst in ${time(minutes)} wieder etwas melden. Was du geschrieben hast, bleibt erhalten.`,
    invitations: ({ minutes }) =>
      `Du kannst in ${time(minutes)} wieder einladen. Was du eingegeben hast, bleibt erhalten.`,
  },
};
