import type { accounts as english } from "../en/accounts";

export const accounts: typeof english = {
  signUp: "Konto anlegen",
  signIn: "Anmelden",
  email: "E-Mail-Adresse",
  password: "Passwort",
  name: "Dein Name",
  forgot: "Passwort vergessen?",
  linkByMail: "Schick mir einen Anmeldelink",
  linkSent: "Wenn es zu dieser Adresse ein Konto gibt, ist ein Link unterwegs.",
  errors: {
    emailInvalid: "Das sieht nicht nach einer E-Mail-Adresse aus.",
    emailTaken: "Mit dieser Adresse gibt es schon ein Konto.",
    nameRequired: "Bitte sag uns, wie wir dich nennen sollen.",
    nameTooLong: "Dieser Name ist zu lang.",
    passwordShort: "Bitte nimm mindestens 10 Zeichen.",
    passwordLong: "Dieses Passwort ist zu lang.",
    passwordCommon: "Dieses Passwort steht in jeder Liste gestohlener Passwörter. Bitte nimm ein anderes.",
    wrongSignIn: "Adresse und Passwort gehören nicht zusammen.",
    tooManyTries: "Zu viele Versuche. Bitte warte eine Weile oder nimm einen Anmeldelink.",
    linkUsed: "Dieser Link wurde schon benutzt oder ist abgelaufen. Bitte fordere einen neuen an.",
    signUpsClosed: "Neue Konten gibt es hier nur mit Einladung.",
  },
};
