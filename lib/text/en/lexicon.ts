import { pluralEn as plural } from "../plural";

const people = (n: number) => plural(n, { one: "# person", other: "# people" });
const members = (n: number) => plural(n, { one: "# member", other: "# members" });

export const lexicon = {
  title: "Lexicon",
  lead: "Words this community made its own, who began them, and the stories behind them.",
  rule: ({ n }: { n: number }) =>
    `A word belongs here once ${members(n)} or more say that it is theirs, and more than say that it is not. Whoever leads the community or is paid by the brand has no vote.`,
  ours: "Our words",
  noneOurs: "No word has been confirmed yet",
  noneOursText: "Members say below which words are theirs. What they confirm stands here, with its story.",
  asked: "Is this ours?",
  askedLead:
    "Many people say these here, and hardly anybody elsewhere. They were found by counting: nobody can add one.",
  askedInside: "You also see words of spaces that not every member reads. Nobody is asked about those.",
  noneAsked: "No other word looks like the community's own",
  noneAskedText:
    "Words are looked for every night. One is found when several people who talk with each other say it, in several weeks and threads.",
  more: "More words",
  backToFirst: "From the beginning",
  saidBy: ({ n }: { n: number }) => `Said by ${people(n)}`,
  firstBy: ({ who, when }: { who: string; when: string }) => `${who} said it first, ${when}`,
  spreadFigure: ({ n, most }: { n: number; most: number }) =>
    n === 0
      ? "Nobody said it in the last half year"
      : `Said in ${plural(n, { one: "# week", other: "# weeks" })} of the last half year, by up to ${people(most)} in one`,
  noLore: "Nobody has told where it comes from yet.",
  read: "Read more",
  readAbout: ({ term }: { term: string }) => `Read more about ${term}`,
  rituals: "Rituals",
  ritualsLead: "Threads that are begun again and again, and those who come back to them.",
  ritualsNone: "No thread has been begun again and again yet, with people who came back to it.",
  ritualTimes: ({ n, every, when }: { n: number; every: number; when: string }) =>
    `Begun ${n} times in the last half year, about every ${plural(every, { one: "# day", other: "# days" })}, the last time ${when}`,
  ritualBack: ({ n }: { n: number }) => plural(n, { one: "# member returns", other: "# members return" }),
  ritualNamed: ({ back, names, more }: { back: string; names: string; more: number }) =>
    more > 0 ? `${back}: ${names} and ${more} more` : `${back}: ${names}`,
  votes: ({ ours, others }: { ours: number; others: number }) =>
    others === 0
      ? `${members(ours)} ${ours === 1 ? "says" : "say"} it is theirs`
      : `${members(ours)} ${ours === 1 ? "says" : "say"} it is theirs, ${others} that it is not`,
  states: { ours: "Our word", asked: "Is this ours?", "not ours": "Not ours" },
  sayOurs: "Ours",
  sayNotOurs: "Not ours",
  sayNothing: "Take it back",
  sayAbout: ({ term }: { term: string }) => `Is “${term}” ours?`,
  saidOurs: "You said that it is ours.",
  saidNotOurs: "You said that it is not ours.",
  privateVote: "How you vote is shown to nobody, only how many did.",
  lore: "Where it comes from",
  loreBy: ({ who, when }: { who: string; when: string }) => `${who}, ${when}`,
  tell: "Tell where it comes from",
  change: "Change it",
  history: "Every wording",
  tellTitle: ({ term }: { term: string }) => `Where “${term}” comes from`,
  tellLead: "Who said it first, what had happened, what it means by now. What stood there before stays readable.",
  text: "The story",
  textHint: "Markdown works. The first sentence is shown where the word is met in posts.",
  readers: {
    public: "Everybody can read this.",
    members: "Members of this community can read this.",
  },
  save: "Save",
  takeOut: "Take it out",
  takeOutAbout: "Who wrote it and moderators read why. It stands in the moderation log that you did.",
  why: "Why",
  uses: "Where it was said",
  usesLead: "The first time, and the first time of each of those who took it up next.",
  usesNone: "You cannot read any of the posts in which it was said first, or they are gone.",
  firstUse: "The first time",
  firstHidden: "The first time was somewhere you cannot read, or its post is gone.",
  spread: "How it spread",
  met: ({ points }: { points: string }) =>
    `Those who took it up had talked with somebody who said it before, ${points} points more often than others as active as they are.`,
  showTable: "Show the table",
  table: "How many people said it in each week",
  week: "Week to",
  people: "People",
  historyTitle: ({ term }: { term: string }) => `Every wording about “${term}”`,
  historyNone: "Nobody has told where it comes from yet",
  wording: ({ n }: { n: number }) => `Wording ${n}`,
  removed: "A moderator took this out.",
  removedBecause: ({ why }: { why: string }) => `A moderator took this out: ${why}`,
  fromPulse: "Which words those are",
  card: "From our lexicon",
  open: "Open in the lexicon",
  errors: {
    membersVote: "Whether a word is theirs is said by members, not by who leads the community or is paid by the brand.",
    membersTell: "Where a word comes from is told by members who may write here at the moment.",
    loreRequired: "Please tell something about the word.",
    whyRequired: "Please say why, in a few words.",
    toldMeanwhile:
      "Somebody changed this while you were writing. Your words are kept: read what stands there now in another tab, put both together, open this page again and save.",
    removedAlready: "This was taken out already.",
  },
};
