export const demo = {
  banner: "This is a demonstration. Everything here may be tried, and nothing leaves this machine.",
  mailbox: "Mail sent in this demonstration",
  errors: {},
};
