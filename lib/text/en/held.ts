import { pluralEn as plural } from "../plural";

/** What waits until a moderator looks at it, and the rules that say what does. */
export const held = {
  /** For its author. */
  mine: "Waiting for a moderator",
  lead: "What you sent and a moderator looks at first. You see it here; nobody else does yet.",
  waits: "Your post waits for a moderator. You see it here; nobody else does yet.",
  none: "Nothing is waiting",
  noneText: "When something you send is looked at first, it stands here until a moderator has decided.",
  all: "All that waits",
  threadIn: ({ space }: { space: string }) => `A thread in ${space}`,
  threadSomewhere: "A thread in a space that is not open to you any more",
  answerIn: ({ title }: { title: string }) => `An answer in “${title}”`,
  answerSomewhere: "An answer in a thread that is not open to you any more",
  withdraw: "Take it back",
  refused: "This was not published",
  refusedText: ({ reason }: { reason: string }) => `A moderator decided so. The reason: ${reason}`,
  refusedKept: "Only you see it. After 30 days its words are cleared.",
  poll: ({ question }: { question: string }) => `With a poll: ${question}`,
  whyTitle: "Why it waits",
  why: {
    newcomer: "The first posts of somebody new are looked at.",
    word: ({ word }: { word: string }) => `It says “${word}”.`,
    link: ({ n }: { n: number }) =>
      plural(n, { one: "It has # link, from somebody new.", other: "It has # links, from somebody new." }),
    repeated: "The same was sent by the same person within the hour.",
    crowd: "Several who are new sent the same within the hour.",
    onlyLink: "It is a first post and nothing but a link.",
    mentions: "Somebody new speaks to many people at once.",
  },
  /** For moderators. */
  tab: "Held",
  title: "Held for a look",
  queueLead: "What waits in the spaces you look after, the longest first. Nobody else sees it but its author.",
  queueNone: "Nothing is held",
  queueNoneText: "When a rule of this community holds something back, it stands here until you approve or refuse it.",
  joined: ({ when }: { when: string }) => `Joined ${when}`,
  joinedNot: "Not a member any more",
  stands: ({ n }: { n: number }) =>
    n >= 100
      ? "100 posts or more stand here"
      : n === 0
        ? "No post stands here yet"
        : plural(n, { one: "# post stands here", other: "# posts stand here" }),
  sent: ({ when }: { when: string }) => `Sent ${when}`,
  newThread: ({ space }: { space: string }) => `New thread in ${space}`,
  answerTo: ({ title, space }: { title: string; space: string }) => `Answer in “${title}”, ${space}`,
  approve: "Approve",
  refuse: "Refuse",
  refuseText: "Refuse it, with a reason",
  reason: "Reason",
  reasonHint: "Its author reads it.",
  /** For the desk. */
  rules: {
    title: "Rules for posts",
    lead: "What is looked at before it stands. Nothing is, until you choose it here. Whoever moderates in a space is never held.",
    firstTitle: "Somebody new",
    firstPosts: "First posts that are looked at",
    firstPostsHint: "So many posts of each newcomer wait for a moderator, up to 10. With 0, none does.",
    wordsTitle: "Words",
    wordsHint: "One a line. They are found as whole words, in capitals or not, with accents or without.",
    heldWords: "Words that hold a post for a look",
    refusedWords: "Words that are not allowed",
    refusedWordsHint: "A post with one of these is not sent. Its writer is told which word it is.",
    linksTitle: "Links",
    newcomerLinks: "Links somebody new may post at once",
    newcomerLinksHint: "With more, the post waits. Three is a good start. Left empty, there is no limit.",
    refusedDomains: "Sites that are not allowed",
    refusedDomainsHint:
      "One a line, such as example.com. Everything under it counts too. A post that links there is not sent.",
    allowedDomains: "Sites that are always allowed",
    allowedDomainsHint: "Links to these are not counted.",
    spamTitle: "Spam",
    spamChecks: "Look for signs of spam",
    spamChecksHint:
      "A post waits when the same was sent within the hour by the same person or by several newcomers, when a first post is only a link, and when a newcomer speaks to more than five people at once.",
    newHint: "Somebody is new until three of their posts stand here, or as many as you look at first.",
    save: "Save the rules",
    saved: "Saved",
  },
  errors: {
    wordRefused: ({ word }: { word: string }) =>
      `“${word}” is not allowed here. Your words are kept: change it and send again.`,
    domainRefused: ({ domain }: { domain: string }) =>
      `Links to ${domain} are not allowed here. Your words are kept: take the link out and send again.`,
    wordInEdit: ({ word }: { word: string }) => `“${word}” cannot be added by an edit here. Your words are kept.`,
    linksInEdit: "You are new here, and more links cannot be added by an edit. Your words are kept.",
    tooManyWaiting: ({ most }: { most: number }) =>
      `${most} of your posts wait for a moderator already. Your words are kept: send this when they are decided, or take one back.`,
    decidedAlready: "This was decided already, or taken back.",
    mayNotWrite: "Its author may no longer write there, or the place is closed. You can refuse it with a reason.",
    reasonRequired: "Please give a reason. Its author will read it.",
    tooManyLines: "These are too many. Keep it to 500 lines.",
    wordTooLong: "One of these is too long. A line holds up to 60 characters.",
    noWord: "One of these has neither a letter nor a digit.",
    noDomain: "One of these is no site. Write one a line, such as example.com.",
    inBoth: "One of these stands in the other list too. Keep it in one of them.",
    firstPostsWrong: "Please choose a number from 0 to 10.",
    linksWrong: "Please choose a number from 0 to 50, or leave it empty.",
    rulesChangedMeanwhile: "Somebody else saved the rules meanwhile. Load the page again to see theirs.",
  },
};
