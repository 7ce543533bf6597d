/** How closely one follows a thread or a space. */
export const watching = {
  thread: "How closely you follow this thread",
  space: "How closely you follow this space",
  only: "Only you see this.",
  names: { mute: "Muted", normal: "Normal", track: "Tracking", watch: "Watching" },
  about: {
    mute: "Left out of what is unread and of what is new, and paler in lists.",
    normal: "Among what is unread, without a number.",
    track: "Lists say how much is new since you last read it.",
    watch: "Lists say how much is new, and a bell marks it.",
  },
  asSpace: "As its space",
  asSpaceAbout: "Takes back what you chose for this thread.",
  asUsual: "As usual",
  asUsualAbout: "Lists say how much is new in what you read or wrote in.",
  followWritten: "Follow what I write in",
  followWrittenAbout: "Lists say how much is new in threads you wrote in, unless you choose otherwise there.",
  errors: {},
};
