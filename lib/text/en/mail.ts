import { pluralEn as plural } from "../plural";

// One entry a kind of mail. Names and titles arrive as parameters, looked up when the mail is sent.
export const mail = {
  why: ({ origin }: { origin: string }) => `You receive this because you have an account at ${origin}.`,
  whyInvited: ({ origin }: { origin: string }) => `You receive this because somebody invited you to ${origin}.`,
  notYou: "If this was not you, you need not do anything.",
  linkBelow: "If the button does not work, open this address:",
  expires: ({ minutes }: { minutes: number }) =>
    minutes < 120
      ? plural(minutes, { one: "The link works once, for a minute.", other: "The link works once, for # minutes." })
      : plural(Math.round(minutes / 60), {
          one: "The link works once, for an hour.",
          other: "The link works once, for # hours.",
        }),
  verifyEmail: {
    subject: "Confirm your e-mail address",
    text: "Please confirm that this address is yours. Then your account is ready.",
    button: "Confirm address",
  },
  magicLink: { subject: "Your sign-in link", text: "This link signs you in.", button: "Sign in" },
  resetPassword: {
    subject: "Choose a new password",
    text: "Somebody, most likely you, asked for a new password.",
    button: "Choose a password",
  },
  emailChangedOld: {
    subject: "The address of your account is changing",
    text: "Somebody, most likely you, asked to move your account to another e-mail address.",
    notYou: "If this was not you, stop it here and then choose a new password.",
    button: "Stop the change",
  },
  emailChangedNew: {
    subject: "Confirm your new e-mail address",
    text: "Please confirm that this is the new address of your account.",
    button: "Confirm address",
  },
  invitation: {
    subject: ({ community }: { community: string }) => `You are invited to ${community}`,
    text: ({ inviter, community }: { inviter: string; community: string }) => `${inviter} invites you to ${community}.`,
    button: "See the invitation",
  },
  joinRequest: {
    subject: ({ community }: { community: string }) => `Somebody asks to join ${community}`,
    text: ({ person, community }: { person: string; community: string }) => `${person} asks to join ${community}.`,
    button: "Answer the request",
  },
  joinApproved: {
    subject: ({ community }: { community: string }) => `Welcome to ${community}`,
    text: ({ community }: { community: string }) => `Your request was accepted. You are now a member of ${community}.`,
    button: "Have a look",
  },
  newDevice: {
    subject: "A new device signed in to your account",
    text: ({ when }: { when: string }) => `Somebody, most likely you, signed in on a new device on ${when}.`,
    notYou: "If this was not you, sign that device out and choose a new password.",
    button: "See your devices",
  },
  exportReady: {
    subject: "Your data is ready",
    text: "The copy of your data that you asked for can be downloaded now.",
    button: "Download",
  },
  accountDeleted: {
    subject: "Your account was deleted",
    text: "Your account and what you asked us to remove are gone. This is the last mail we send to this address.",
  },
  reportReceived: {
    subject: ({ community }: { community: string }) => `Something was reported in ${community}`,
    text: ({ community }: { community: string }) => `A member of ${community} asks you to look at something.`,
    button: "Open the report",
  },
  reportAnswered: {
    subject: "Your report was answered",
    text: ({ community }: { community: string }) => `The moderators of ${community} looked at what you reported.`,
    button: "Read the answer",
  },
  statement: {
    subject: ({ community }: { community: string }) => `A decision about you in ${community}`,
    text: ({ community }: { community: string }) =>
      `The moderators of ${community} decided something about you. You can read what it is, why, until when it holds, and how to object.`,
    button: "Read the decision",
  },
  appealAnswered: {
    subject: "Your appeal was answered",
    text: ({ community }: { community: string }) => `The moderators of ${community} looked at your appeal.`,
    button: "Read the answer",
  },
  reminder: {
    subject: ({ title }: { title: string }) => `You asked to be reminded: ${title}`,
    text: ({ title, community }: { title: string; community: string }) =>
      `You asked to be reminded of a post in “${title}”, in ${community}. Your note stands beside your bookmark.`,
    button: "Go to the post",
    why: ({ all }: { all: string }) =>
      `You receive this because you set a reminder on a bookmark. All of yours: ${all}`,
    fewer: ({ at }: { at: string }) => `You can switch these mails off: ${at}`,
  },
  notice: {
    button: "Read it",
    why: ({ reason, community }: { reason: string; community: string }) => `${reason}, in ${community}.`,
    unsubscribe: ({ at }: { at: string }) => `No more mails of this kind: ${at}`,
  },
  digest: {
    subject: ({ community, others }: { community: string; others: number }) =>
      others > 0
        ? plural(others, {
            one: `What is new for you in ${community} and # other community`,
            other: `What is new for you in ${community} and # other communities`,
          })
        : `What is new for you in ${community}`,
    text: "What you have not read yet, the newest first.",
    more: "And more: see all of it",
    why: "You receive this because your settings ask for a digest.",
  },
  somebody: "Somebody",
  errors: { addressInvalid: "This address cannot receive mail." },
};
