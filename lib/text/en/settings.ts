export const settings = {
  title: "Settings",
  signUpsOpen: "Anybody may create an account",
  language: "Language",
  theme: "Appearance",
  themes: { system: "As my device", light: "Light", dark: "Dark" },
  zone: "Time zone",
  zoneShown: "Show the time zone next to times",
  publicDirectory: "Show this community in the public directory",
  keyboardShortcuts: "Keyboard shortcuts",
  inDirectory: "Show me in the list of members",
  here: ({ community }: { community: string }) => `For you in ${community}`,
  mail: {
    joinRequests: "Mail me when somebody asks to join",
    reports: "Mail me when something is reported",
    reportAnswers: "Mail me when a report of mine was answered",
    newDevices: "Mail me when a new device signs in",
  },
  errors: {
    unknown: "There is no such setting.",
    notHere: "This setting is not set here.",
    invalid: "This value does not fit the setting.",
  },
};
