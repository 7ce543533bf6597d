import type { Format } from "@/lib/import/records";
import type { Unread } from "@/lib/import/unread";
import { type Element, elementNames, type Report } from "@/lib/scoring/output";

const titles = {
  interaction: "Repeated interaction",
  meaning: "Built-in meaning",
  stakes: "Real stakes",
  standing: "Insiders and outsiders",
};

/** The same for a person to read. */
export function readable(report: Report, format: Format, unread: Unread): string {
  const { window, elements } = report;
  const lines = [
    `Read as ${format}. ${window.from ? `Eight weeks, ${window.from} to ${window.to}` : "No activity"}: ${report.members} active members, ${report.posts} posts.`,
    report.trust === "low"
      ? "Low trust: the file does not say who answers whom, so it was guessed."
      : "Who answers whom is told by the file.",
    "",
    ...elementNames.flatMap((name) => [
      `${titles[name].padEnd(24)} ${figure(elements[name])}`,
      ...detail(elements[name]),
    ]),
    "",
    `Offers in what the brand says: ${report.incentives.reason ?? `${report.incentives.share}% [${report.incentives.low}-${report.incentives.high}]`} (${report.incentives.offers} of ${report.incentives.brandMessages} messages)`,
    ...spaces(report),
    ...words(report),
    ...attack(report),
    ...notRead(unread),
  ];
  return `${lines.join("\n")}\n`;
}

const figure = ({ value, low, high, reason, provisional }: Element) =>
  value === null ? reason! : `${value} [${low}-${high}]${provisional ? ", provisional" : ""}`;

function detail({ whereYouAre, parts, evidence }: Element): string[] {
  const told = Object.entries(parts).filter(([, value]) => value !== null);
  return [
    ...(whereYouAre === null ? [] : [`    where you are: ${whereYouAre}`]),
    ...(told.length === 0 ? [] : [`    ${told.map(([name, value]) => `${name} ${value}`).join(", ")}`]),
    ...evidence.slice(0, 3).map(({ id, why }) => `    ${id}: ${why}`),
  ];
}

function spaces({ spaces }: Report): string[] {
  if (spaces.length < 2) return [];
  const row = (name: string, ...rest: (string | number | null)[]) =>
    `  ${name.slice(0, 40).padEnd(40)} ${rest.map((one) => String(one ?? "-").padStart(11)).join(" ")}`;
  return [
    "",
    row("Space", "posts", "interaction", "carried"),
    ...spaces.slice(0, 20).map((one) => row(one.space, one.posts, one.interaction, one.carried)),
  ];
}

function words({ lexicon }: Report): string[] {
  return lexicon.length === 0
    ? []
    : [
        "",
        "Words that look like your own:",
        `  ${lexicon
          .slice(0, 40)
          .map(({ term }) => term)
          .join(", ")}`,
      ];
}

function attack(
  report: Report & {
    attack?: string;
    before?: { elements: Report["elements"] };
    after?: { elements: Report["elements"] };
  },
): string[] {
  if (!report.attack || !report.before || !report.after) return [];
  const { before, after } = report;
  return [
    "",
    `After the attack "${report.attack}":`,
    ...elementNames.map(
      (name) => `  ${titles[name].padEnd(24)} ${figure(before.elements[name])} -> ${figure(after.elements[name])}`,
    ),
  ];
}

function notRead({ count, leftOut, samples, fields }: Unread): string[] {
  return [
    ...(leftOut > 0 ? ["", `Left out, as private or deleted: ${leftOut}`] : []),
    ...(count > 0 ? ["", `Could not be read: ${count}`, ...samples.map(({ where, why }) => `  ${where}: ${why}`)] : []),
    ...(fields.size > 0
      ? [
          "",
          `Fields we do not know: ${[...fields]
            .slice(0, 30)
            .map(([name, times]) => `${name} (${times})`)
            .join(", ")}`,
        ]
      : []),
  ];
}
