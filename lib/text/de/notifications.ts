import type { notifications as english } from "../en/notifications";
import { pluralDe as plural } from "../plural";

type Said = { name: string; others: number; title: string; space: string };
const who = ({ name, others }: Said) =>
  others > 0 ? `${name} ${plural(others, { one: "und # anderer", other: "und # andere" })}` : name;
/** Einer tut es, mehrere tun es. */
const did = (said: Said, one: string, many: string) => `${who(said)} ${said.others > 0 ? many : one}`;

export const notifications: typeof english = {
  title: "Benachrichtigungen",
  short: "Neues",
  linkShort: ({ n }) =>
    n === 0 ? "Neues" : n > 99 ? "Neues, mehr als 99" : plural(n, { one: "Neues, # neu", other: "Neues, # neu" }),
  lead: "Was dich hier betrifft. Nur du siehst das.",
  link: ({ n }) =>
    n === 0
      ? "Benachrichtigungen"
      : n > 99
        ? "Benachrichtigungen, mehr als 99 neu"
        : plural(n, { one: "Benachrichtigungen, # neu", other: "Benachrichtigungen, # neu" }),
  says: {
    mention: (said) => `${did(said, "hat", "haben")} dich in „${said.title}“ erwähnt`,
    answer: (said) => `${did(said, "hat", "haben")} dir in „${said.title}“ geantwortet`,
    quote: (said) => `${did(said, "hat", "haben")} dich in „${said.title}“ zitiert`,
    watched: (said) => `${did(said, "hat", "haben")} in „${said.title}“ geschrieben`,
    started: (said) => `${did(said, "hat", "haben")} „${said.title}“ begonnen`,
    accepted: (said) => `${said.name} hat deinen Beitrag in „${said.title}“ als Antwort gewählt`,
    reaction: (said) => `${did(said, "hat", "haben")} auf deine Worte in „${said.title}“ reagiert`,
    removed: (said) => `Dein Beitrag in „${said.title}“ wurde von der Moderation entfernt`,
    restored: (said) => `Dein Beitrag in „${said.title}“ wurde von der Moderation zurückgeholt`,
    moved: (said) => `Dein Thema „${said.title}“ wurde nach ${said.space} verschoben`,
    merged: (said) => `Dein Thema gehört jetzt zu „${said.title}“`,
    locked: (said) => `Dein Thema „${said.title}“ wurde gesperrt`,
    approved: (said) => `Dein Beitrag steht jetzt in „${said.title}“`,
    refused: () => "Die Moderation hat nicht veröffentlicht, was du abgeschickt hast",
    report: () => "Deine Meldung wurde beantwortet",
  },
  reasons: {
    mention: "Du wurdest beim Namen genannt",
    answer: "Es antwortet auf einen Beitrag von dir",
    quote: "Es zitiert einen Beitrag von dir",
    watchedThread: "Du beobachtest dieses Thema",
    watchedSpace: ({ space }) => `Du beobachtest ${space}`,
    accepted: "Es ist dein Beitrag",
    reaction: "Es ist dein Beitrag",
    removed: "Es ist dein Beitrag",
    restored: "Es ist dein Beitrag",
    moved: "Du hast dieses Thema begonnen",
    merged: "Du hast dieses Thema begonnen",
    locked: "Du hast dieses Thema begonnen",
    approved: "Du hast es abgeschickt, und die Moderation hat es angesehen",
    refused: "Du hast es abgeschickt, und die Moderation hat es angesehen",
    report: "Du hast es gemeldet",
  },
  new: "Neu",
  newShow: "Es gibt Neues, zeigen",
  markRead: "Als gelesen markieren",
  markAllRead: "Alles als gelesen markieren",
  less: "Weniger davon",
  lessOf: ({ what }) => `Weniger davon: ${what}`,
  muteThread: "Dieses Thema stummschalten",
  muteThreadAbout: "Du hörst nichts mehr davon, außer wenn die Moderation eingreift.",
  watchThread: "Dieses Thema beobachten",
  watchThreadAbout: "Du hörst von jedem Beitrag darin.",
  normalThread: "Normal verfolgen",
  normalThreadAbout: "Du hörst nur, was für dich bestimmt ist.",
  stopKind: ({ kind }) => `Beenden: ${kind}`,
  stopKindAbout: "Nichts mehr von dieser Art, nirgends.",
  allSettings: "Alle Einstellungen",
  none: "Noch nichts",
  noneText:
    "Wenn dir jemand antwortet, dich erwähnt oder zitiert oder dort schreibt, wo du beobachtest, steht es hier.",
  settings: {
    mention: "Jemand erwähnt mich",
    answer: "Jemand antwortet mir",
    quote: "Jemand zitiert mich",
    watched: "Neue Beiträge in Themen, die ich beobachte",
    started: "Neue Themen in Räumen, die ich beobachte",
    accepted: "Mein Beitrag wird als Antwort gewählt",
    reaction: "Reaktionen auf meine Beiträge",
    moderation: "Die Moderation greift bei meinen Worten ein",
    ways: {
      mail: "In der App und sofort per E-Mail",
      digest: "In der App und in der Zusammenfassung",
      app: "Nur in der App",
      off: "Gar nicht",
    },
    title: "Wovon du hörst, und wie",
    about: "Sofortige E-Mails warten drei Minuten: Was du inzwischen liest, wird nicht geschickt.",
    when: "Wann E-Mails kommen dürfen",
    quietFrom: "Ruhe ab",
    quietTo: "Ruhe bis",
    quietNone: "Keine Ruhezeit",
    quietHint: ({ zone }) => `Nach der Uhr von ${zone}. In dieser Zeit kommt keine solche E-Mail.`,
    zoneOfCommunity: "der Community",
    digestEvery: "Die Zusammenfassung",
    digestNever: "Nie",
    digestDaily: "Jeden Tag",
    digestWeekly: "Jeden Montag",
    digestHour: "Zusammenfassung um",
    mailsADay: "Sofortige E-Mails, höchstens am Tag",
    mailsHint: "Was darüber hinausgeht, steht in der Zusammenfassung.",
    saved: "Gespeichert",
  },
  unsubscribe: {
    title: "Weniger E-Mails",
    ask: ({ what }) => `Keine E-Mails dieser Art mehr: ${what}?`,
    keeps: "Es steht weiterhin in der App.",
    digest: "Die Zusammenfassung",
    button: "Ja, keine mehr davon",
    done: "Erledigt. Es kommen keine E-Mails dieser Art mehr.",
    wrong: "Diese Adresse ist nicht vollständig. Öffne die aus der E-Mail oder ändere deine Einstellungen.",
    toSettings: "Zu deinen Einstellungen",
  },
  errors: {},
};
