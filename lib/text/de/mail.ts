import type { mail as english } from "../en/mail";
import { pluralDe as plural } from "../plural";

export const mail: typeof english = {
  why: ({ origin }) => `Du bekommst diese Nachricht, weil du ein Konto bei ${origin} hast.`,
  whyInvited: ({ origin }) => `Du bekommst diese Nachricht, weil dich jemand zu ${origin} eingeladen hat.`,
  notYou: "Wenn du das nicht warst, musst du nichts tun.",
  linkBelow: "Falls der Knopf nicht geht, öffne diese Adresse:",
  expires: ({ minutes }) =>
    minutes < 120
      ? plural(minutes, {
          one: "Der Link gilt einmal und eine Minute lang.",
          other: "Der Link gilt einmal und # Minuten lang.",
        })
      : plural(Math.round(minutes / 60), {
          one: "Der Link gilt einmal und eine Stunde lang.",
          other: "Der Link gilt einmal und # Stunden lang.",
        }),
  verifyEmail: {
    subject: "Bestätige deine E-Mail-Adresse",
    text: "Bitte bestätige, dass diese Adresse dir gehört. Dann ist dein Konto bereit.",
    button: "Adresse bestätigen",
  },
  magicLink: { subject: "Dein Anmeldelink", text: "Mit diesem Link meldest du dich an.", button: "Anmelden" },
  resetPassword: {
    subject: "Wähle ein neues Passwort",
    text: "Jemand, wahrscheinlich du, hat um ein neues Passwort gebeten.",
    button: "Passwort wählen",
  },
  emailChangedOld: {
    subject: "Die Adresse deines Kontos ändert sich",
    text: "Jemand, wahrscheinlich du, möchte dein Konto auf eine andere E-Mail-Adresse umstellen.",
    notYou: "Wenn du das nicht warst, halte es hier auf und wähle danach ein neues Passwort.",
    button: "Änderung aufhalten",
  },
  emailChangedNew: {
    subject: "Bestätige deine neue E-Mail-Adresse",
    text: "Bitte bestätige, dass dies die neue Adresse deines Kontos ist.",
    button: "Adresse bestätigen",
  },
  invitation: {
    subject: ({ community }) => `Du bist zu ${community} eingeladen`,
    text: ({ inviter, community }) => `${inviter} lädt dich zu ${community} ein.`,
    button: "Einladung ansehen",
  },
  joinRequest: {
    subject: ({ community }) => `Jemand möchte ${community} beitreten`,
    text: ({ person, community }) => `${person} möchte ${community} beitreten.`,
    button: "Anfrage beantworten",
  },
  joinApproved: {
    subject: ({ community }) => `Willkommen bei ${community}`,
    text: ({ community }) => `Deine Anfrage wurde angenommen. Du bist jetzt Mitglied von ${community}.`,
    button: "Umsehen",
  },
  newDevice: {
    subject: "Ein neues Gerät hat sich bei deinem Konto angemeldet",
    text: ({ when }) => `Jemand, wahrscheinlich du, hat sich mit einem neuen Gerät angemeldet: ${when}.`,
    notYou: "Wenn du das nicht warst, melde das Gerät ab und wähle ein neues Passwort.",
    button: "Deine Geräte ansehen",
  },
  exportReady: {
    subject: "Deine Daten sind bereit",
    text: "Die Kopie deiner Daten, um die du gebeten hast, kann jetzt heruntergeladen werden.",
    button: "Herunterladen",
  },
  accountDeleted: {
    subject: "Dein Konto wurde gelöscht",
    text: "Dein Konto und was wir entfernen sollten, sind gelöscht. Dies ist unsere letzte Nachricht an diese Adresse.",
  },
  reportReceived: {
    subject: ({ community }) => `In ${community} wurde etwas gemeldet`,
    text: ({ community }) => `Ein Mitglied von ${community} bittet dich, etwas anzusehen.`,
    button: "Meldung öffnen",
  },
  reportAnswered: {
    subject: "Deine Meldung wurde beantwortet",
    text: ({ community }) => `Die Moderation von ${community} hat sich angesehen, was du gemeldet hast.`,
    button: "Antwort lesen",
  },
  statement: {
    subject: ({ community }) => `Eine Entscheidung über dich in ${community}`,
    text: ({ community }) =>
      `Die Moderation von ${community} hat etwas über dich entschieden. Du kannst lesen, was es ist, warum, bis wann es gilt und wie du widersprichst.`,
    button: "Entscheidung lesen",
  },
  appealAnswered: {
    subject: "Dein Einspruch wurde beantwortet",
    text: ({ community }) => `Die Moderation von ${community} hat sich deinen Einspruch angesehen.`,
    button: "Antwort lesen",
  },
  reminder: {
    subject: ({ title }) => `Deine Erinnerung: ${title}`,
    text: ({ title, community }) =>
      `Du wolltest an einen Beitrag in „${title}“ erinnert werden, in ${community}. Deine Notiz steht bei deinem Lesezeichen.`,
    button: "Zum Beitrag",
    why: ({ all }) =>
      `Du bekommst dies, weil du bei einem Lesezeichen eine Erinnerung gesetzt hast. Alle deine: ${all}`,
    fewer: ({ at }) => `Diese E-Mails kannst du abschalten: ${at}`,
  },
  notice: {
    button: "Lesen",
    why: ({ reason, community }) => `${reason}, in ${community}.`,
    unsubscribe: ({ at }) => `Keine E-Mails dieser Art mehr: ${at}`,
  },
  digest: {
    subject: ({ community, others }) =>
      others > 0
        ? plural(others, {
            one: `Neues für dich in ${community} und # weiteren Community`,
            other: `Neues für dich in ${community} und # weiteren Communitys`,
          })
        : `Neues für dich in ${community}`,
    text: "Was du noch nicht gelesen hast, das Neueste zuerst.",
    more: "Und mehr: alles ansehen",
    why: "Du bekommst dies, weil deine Einstellungen eine Zusammenfassung wünschen.",
  },
  somebody: "Jemand",
  errors: { addressInvalid: "Diese Adresse kann keine Nachrichten empfangen." },
};
