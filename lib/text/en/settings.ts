export const settings = {
  title: "Settings",
  logShown: "Members can read what moderators did here, without the names of whom it concerned",
  signUpsOpen: "Anybody may create an account",
  language: "Language",
  theme: "Appearance",
  themes: { system: "As my device", light: "Light", dark: "Dark" },
  zone: "Time zone",
  zoneShown: "Show the time zone next to times",
  presenceShown: "Show others when I am here",
  presenceAbout: "In the rooms you may enter. If not, you still see who else is here.",
  publicDirectory: "Show this community in the public directory",
  linkPreviews:
    "Show a short preview under a link that stands alone. Our server opens the page for it, so the page's owner can tell that the link was written here",
  linkPreviewsInside:
    "Previews also for links written in spaces that need a badge. The owners of the linked pages can then tell that somebody wrote about them",
  tagsByMembers: "Members may make new tags; otherwise they choose from yours",
  keyboardShortcuts: "Keyboard shortcuts",
  inDirectory: "Show me in the list of members",
  activityShown: "Show on my page what I took part in",
  bringerShown: "Show on my page who brought me",
  inPulse: "Count me in the pulse of this community",
  pulseShown: "Who sees the pulse",
  about: {
    inDirectory: "If not, you are met only where you speak.",
    activityShown: "If not, what you wrote is still read where it stands, and found by searching.",
    inPulse:
      "If not, nothing of you stands in its numbers from the next time it is taken, and you take part as before.",
    bringerShown: "If not, only you and managers see it.",
  },
  here: ({ community }: { community: string }) => `For you in ${community}`,
  mail: {
    joinRequests: "Mail me when somebody asks to join",
    reports: "Mail me when something is reported",
    reportAnswers: "Mail me when a report of mine was answered",
    reminders: "Mail me when a reminder of mine is due",
    newDevices: "Mail me when a new device signs in",
  },
  errors: {
    unknown: "There is no such setting.",
    notHere: "This setting is not set here.",
    invalid: "This value does not fit the setting.",
  },
};
