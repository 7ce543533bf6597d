import { pluralEn as plural } from "../plural";

const people = (n: number) => plural(n, { one: "# person", other: "# people" });
const weeks = (n: number) => plural(n, { one: "# week", other: "# weeks" });
const posts = (n: number) => plural(n, { one: "# post", other: "# posts" });
const members = (n: number) => plural(n, { one: "# active member", other: "# active members" });

export const pulse = {
  title: "Pulse",
  headlines: {
    none: "Not enough has been said yet to measure",
    few: "Few here keep talking with each other",
    some: "Some here keep talking with each other",
    many: "People here keep talking with each other",
  },
  lead: ({ to, n, by, readers }: { to: string; n: number; by: number; readers: string }) =>
    `Eight weeks to ${to}: ${posts(n)} by ${members(by)}, ${readers}. What staff write is left out.`,
  readers: {
    public: "as everybody may read them",
    members: "as every member may read them",
    whole: "in all spaces, closed ones too",
  },
  nothingYet: "Nobody has said anything yet, so there is nothing to count.",
  notTaken: "The pulse has not been taken yet",
  notTakenText: "It is taken every night. Come back tomorrow.",
  notTakenDesk: "It is taken every night, and whenever you ask for it.",
  elements: {
    interaction: "Repeated interaction",
    meaning: "Built-in meaning",
    stakes: "Real stakes",
    standing: "Insider standing",
  },
  between: ({ low, high }: { low: string; high: string }) => `between ${low} and ${high}`,
  notYet: "not yet",
  notEnough: "not enough yet",
  provisional: "provisional",
  caption:
    "The line is the score, of 100. The soft edge runs from the lowest to the highest value the data allow. A dotted petal means not enough yet, which is not zero.",
  asTable: "Read it as a table",
  openElement: ({ element }: { element: string }) => `Open: ${element}`,
  sentences: {
    interaction: ({ n, all }: { n: number; all: number }) =>
      `${n} of ${members(all)} talked back and forth with at least two people, in two weeks or more.`,
    meaning: ({ n }: { n: number }) =>
      plural(n, {
        one: "# word looks like the community's own. Nobody has confirmed it yet.",
        other: "# words look like the community's own. Nobody has confirmed them yet.",
      }),
    noWord: "No word here looks like the community's own yet.",
    stakes: ({ n, people: who }: { n: number; people: number }) =>
      `${plural(n, { one: "# thread was", other: "# threads were" })} carried for days by people who came back to them: ${people(who)}.`,
    noThread: "No thread was carried for days by several people who came back to it.",
    standing: ({ n, all }: { n: number; all: number }) =>
      `${n} of ${members(all)} hold a standing that was given to them.`,
    standingOutside: "Who holds a badge is for members to see.",
  },
  why: {
    few: ({ n, by }: { n: number; by: number }) =>
      `A score needs 10 active members with 100 posts in eight weeks. There are ${members(by)} with ${posts(n)}.`,
    meaning: ({ n }: { n: number }) =>
      `A score needs 15 words of the community's own, 20 people tied to others, and 20 times that somebody took such a word up. There are ${plural(n, { one: "# word", other: "# words" })}.`,
    stakes:
      "No decision has been made here whose outcome could be followed, so only the threads that people carry are counted.",
    standing: ({ n }: { n: number }) =>
      `A score needs three active people with a standing that was given to them, and not to everybody. There are ${n}.`,
    standingOutside: "So it is not counted for who reads from outside.",
  },
  whereYouAre: ({ score }: { score: string }) => `Counted less strictly, you are at ${score}.`,
  trend: {
    up: ({ before }: { before: string }) => `Eight weeks ago it was ${before}: it rose by more than chance allows.`,
    down: ({ before }: { before: string }) => `Eight weeks ago it was ${before}: it fell by more than chance allows.`,
    same: ({ before }: { before: string }) => `Eight weeks ago it was ${before}, which may be the same.`,
    equal: "It is the same as eight weeks ago.",
    none: "There is no figure of eight weeks ago to compare it with.",
  },
  parts: {
    talk: { name: "Back and forth", about: "Before the busiest are left out" },
    tied: { name: "With two people or more", about: "Of all active members" },
    anyExchange: { name: "Answered each other at all", about: "Of all active members" },
    guessedEdges: { name: "Guessed answers", about: "Where nobody said whom a post answers" },
    usedBy: { name: "Say three of the words", about: "Of those who are tied to others" },
    spread: { name: "Passed on from person to person", about: "More than chance would have it" },
    met: { name: "Had talked with who said it before", about: "Of those who took a word up" },
    expected: { name: "The same of others like them", about: "Who did not take it up" },
    carried: { name: "Carried threads", about: "Days spent where people came back" },
    decisionUse: { name: "Decisions that were used", about: "A later post builds on them" },
    followThrough: { name: "Decisions that were kept", about: "What was decided was done" },
    selectivity: { name: "Neither all nor none", about: "Best from 5 to 40 in 100" },
    gatedSpaces: { name: "Closed spaces in use", about: "Of the days of insiders" },
    recognition: { name: "Insiders are answered more", about: "Against chance" },
    ties: { name: "Insiders are tied to each other", about: "Against chance" },
    permeability: { name: "People still earn their way in", about: "Within the last quarter" },
  },
  part: "Part",
  value: "Value",
  noValue: "none yet",
  evidence: ({ n }: { n: number }) => plural(n, { one: "Evidence: # post", other: "Evidence: # posts" }),
  more: ({ n }: { n: number }) => plural(n, { one: "Show # more post", other: "Show # more posts" }),
  noEvidence: "There is no post to show for this that you may read.",
  open: "Open",
  shows: {
    interaction: ({ weeks: n }: { weeks: number }) =>
      `The only time in its week that these two answered each other, who did so in ${weeks(n)} of 8`,
    meaning: ({ word, n }: { word: string; n: number }) => `Says “${word}”, as ${people(n)} here do`,
    meaningEdited: ({ n }: { n: number }) => `Says a word that ${people(n)} here say`,
    stakes: ({ days, n }: { days: number; n: number }) =>
      `By it somebody came back to a thread that was alive on ${plural(days, { one: "# day", other: "# days" })}, as ${people(n)} did`,
    standing: "Shows it",
  },
  how: "How it is computed",
  hows: {
    interaction:
      "Two people exchange when one answers the other within seven days of being spoken to. Counted by the week and the day, never by the message, so that volume is worth nothing. The tie to the second strongest partner counts, times how many days of a week have an exchange. The value is the least that stands when any of the busiest or best connected is left out.",
    meaning:
      "Words that no general list knows, said by at least five people in three threads and three weeks, and not by the brand first. They count as far as they pass from person to person: who took one up is compared with people like them who did not.",
    stakes:
      "A thread is carried when three people come back to it on a later day and two of them, neither of whom opened it, are tied to each other. Decisions count when a later post builds on them and when what was decided was done.",
    standing:
      "By badges and duties that were given, never guessed from activity. A standing that everybody has is none, and where nobody earned a way in for a quarter, the value stops at 50.",
  },
  weeksTitle: "Week by week",
  weeksTable: "The figures of each eight weeks",
  weekTo: "Eight weeks to",
  showTable: "Show the table",
  tiesTitle: ({ ties, people: n }: { ties: number; people: number }) =>
    ties === 0
      ? "There are no ties between people yet"
      : `${plural(ties, { one: "# tie", other: "# ties" })} between ${people(n)}`,
  tiesLead: "Two people are tied when they answered each other in at least two of the eight weeks.",
  tiesBefore: ({ n }: { n: number }) =>
    plural(n, { one: "Eight weeks ago there was #.", other: "Eight weeks ago there were #." }),
  tiesFigure: ({ n }: { n: number }) =>
    plural(n, {
      one: "The strongest tie as a figure; the table says the same",
      other: "The # strongest ties as a figure; the table says the same",
    }),
  tiesTable: "The strongest ties",
  tiesOutside: "Who they are is shown to members.",
  tiesNumber: "Ties",
  tiesPeople: "People in them",
  one: "One",
  other: "The other",
  inWeeks: "Weeks of 8",
  last: "Last",
  somebody: "A member",
  rhythmTitle: ({ day }: { day: string }) => `Most is said on ${day}`,
  rhythmNone: "There is no rhythm to show yet",
  rhythmTable: "What members say, by day of the week",
  day: "Day",
  said: "Posts",
  memberDays: "Members, each counted once a day",
  besideTitle: "Beside it: the representatives",
  beside: ({ n, all }: { n: number; all: number }) =>
    `In ${n} of ${plural(all, { one: "# thread", other: "# threads" })} that the brand opened, a member and a representative talked back and forth. This stands in no score.`,
  besideNone: "The brand opened no thread in these eight weeks.",
  movesTitle: "What would move it",
  movesLead: "People to answer now, from what stands here at this moment.",
  waiting: "Waiting for an answer",
  waitingNone: "Nobody's thread of the last four weeks is without an answer.",
  waitingMeta: ({ who, when, space }: { who: string; when: string; space: string }) => `${who}, ${when}, in ${space}`,
  lapsing: "Ties about to lapse",
  lapsingNone: "No tie has been silent for two weeks.",
  lapsingMeta: ({ n, when, space }: { n: number; when: string; space: string }) =>
    `Talked in ${weeks(n)} of 8, last on ${when}, in ${space}`,
  pair: ({ a, b }: { a: string; b: string }) => `${a} and ${b}`,
  newcomers: "Newcomers whom nobody has answered",
  newcomersNone: "Everybody who came in the last four weeks and spoke was answered.",
  newcomersMeta: ({ when, title, space }: { when: string; title: string; space: string }) =>
    `Came ${when}, spoke in “${title}”, in ${space}`,
  expected: ({ from, to }: { from: string; to: string }) =>
    `One more exchange would take repeated interaction from ${from} to ${to}.`,
  taken: ({ when, method }: { when: string; method: string }) => `Taken ${when} by the method ${method}.`,
  lowTrust: "Who answers whom was often guessed, so these figures deserve little trust.",
  take: "Take it now",
  takeAgain: "Take it again now",
  run: {
    waiting: "The pulse waits to be taken. This takes a moment.",
    running: "The pulse is being taken.",
    read: ({ n, all }: { n: string; all: string }) => `${n} of about ${all} posts read`,
    failed: "The pulse could not be taken. What you see is from before; you can ask for it again.",
    reload: "Reload to see how far it is",
  },
  shownTo: {
    managers: "Shown to who leads this community.",
    members: "Shown to members as well, counted from what they may read.",
    everyone: "Shown to everybody, each counted from what they may read.",
  },
  changeShown: "Change who sees it",
  choices: {
    managers: "Managers and owners alone",
    members: "Members too, counted from what they may read",
    everyone: "Everybody, each counted from what they may read",
  },
  errors: {},
};
