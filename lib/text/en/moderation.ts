export const moderation = {
  report: "Report",
  reports: "Reports",
  reason: "Reason",
  errors: {
    reasonRequired: "Please give a reason. The person it concerns will read it.",
  },
};
