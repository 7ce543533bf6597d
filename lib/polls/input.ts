import { z } from "zod";

/** A question and its answers are read at a glance, or they are better said in the post. */
export const pollLimits = { question: 200, option: 100, fewest: 2, options: 20 } as const;

const line = (text: string) =>
  text
    .normalize("NFC")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the signs that are taken out
    .replace(/[\u0001-\u001f\u007f\s]+/g, " ")
    .trim();
const linesOf = (text: string) => text.split("\n").map(line).filter(Boolean);
const alike = (label: string) => label.normalize("NFKC").toLowerCase();

const question = z.string().max(2_000, "common.tooLong").transform(line).default("");
const options = z.string().max(10_000, "common.tooLong").transform(linesOf).default([]);

/** What a form that may carry a poll asks; all left empty, there is none. */
export const pollFields = {
  pollQuestion: question,
  pollOptions: options,
  pollMost: z.coerce.number("polls.mostWrong").int("polls.mostWrong").min(1, "polls.mostWrong").default(1),
  pollResults: z.enum(["always", "voted", "closed"]).default("always"),
  pollBallot: z.enum(["open", "secret"]).default("secret"),
  /** On the clock of the community. */
  pollCloses: z
    .union([z.literal(""), z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "polls.closesWrong")])
    .default(""),
};
type Fields = { [Name in keyof typeof pollFields]: z.infer<(typeof pollFields)[Name]> };

export type NewPoll = {
  question: string;
  options: string[];
  most: number;
  results: "always" | "voted" | "closed";
  ballot: "open" | "secret";
  /** Year to minute on the clock of the community. */
  closes?: string;
};

type Fault = (field: keyof Fields, code: string) => void;

function check({ pollQuestion, pollOptions, pollMost }: Omit<Fields, "pollResults" | "pollBallot">, fault: Fault) {
  if (pollQuestion.length < 3) fault("pollQuestion", "polls.questionRequired");
  if (pollQuestion.length > pollLimits.question) fault("pollQuestion", "common.tooLong");
  if (pollOptions.length < pollLimits.fewest) fault("pollOptions", "polls.tooFew");
  else if (pollOptions.length > pollLimits.options) fault("pollOptions", "polls.tooMany");
  else if (pollOptions.some((label) => label.length > pollLimits.option)) fault("pollOptions", "polls.optionTooLong");
  else if (new Set(pollOptions.map(alike)).size < pollOptions.length) fault("pollOptions", "polls.twice");
  else if (pollMost > pollOptions.length) fault("pollMost", "polls.mostWrong");
}

/** For the end of a schema that has `pollFields`: puts them together into one poll, or says what is wrong with them. */
export function withPoll<T extends Fields>(
  { pollQuestion, pollOptions, pollMost, pollResults, pollBallot, pollCloses, ...rest }: T,
  context: z.RefinementCtx,
): Omit<T, keyof Fields> & { poll?: NewPoll } {
  if (!pollQuestion && pollOptions.length === 0) return rest;
  check({ pollQuestion, pollOptions, pollMost, pollCloses }, (field, message) =>
    context.addIssue({ code: "custom", path: [field], message }),
  );
  const facts = { most: pollMost, results: pollResults, ballot: pollBallot, closes: pollCloses || undefined };
  return { ...rest, poll: { question: pollQuestion, options: pollOptions, ...facts } };
}

const poll = z.uuid("common.notFound");
export const pollInput = z.object({ poll });
export const voteInput = z.object({
  poll,
  options: z
    .array(z.uuid("polls.unknownOption"))
    .min(1, "polls.chooseOne")
    .max(pollLimits.options, "polls.tooManyChosen")
    .transform((ids) => [...new Set(ids)]),
});
export const correctPollInput = z
  .object({ poll, pollQuestion: question, pollOptions: options })
  .transform((fields, context) => {
    check({ ...fields, pollMost: 1, pollCloses: "" }, (field, message) =>
      context.addIssue({ code: "custom", path: [field], message }),
    );
    return { poll: fields.poll, question: fields.pollQuestion, options: fields.pollOptions };
  });
