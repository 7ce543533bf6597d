import { DefinitionList } from "@/components/ui/definition-list";
import type { Found } from "@/lib/imports/found";
import { dayOnly } from "@/lib/text/dates";
import { number } from "@/lib/text/numbers";
import type { openDeskPage } from "../../open";

type Page = Awaited<ReturnType<typeof openDeskPage>>;
/** Of these nobody needs to read a zero. */
const told = ["byBots", "otherReactions", "withoutWords", "cut", "twice", "decisions", "standings"] as const;

/** What was recognised in an export, and what was not. */
export function WhatIsIn({ found, page: { words, locale, reader } }: { found: Found; page: Page }) {
  const w = words.imports;
  const figure = (n: number) => number(n, locale);
  const { unread, from, to } = found;
  const items = [
    { term: w.facts.format, detail: found.format },
    ...(from && to
      ? [
          {
            term: w.facts.days,
            detail: w.between({ from: dayOnly(from.slice(0, 10), reader), to: dayOnly(to.slice(0, 10), reader) }),
          },
        ]
      : []),
    { term: w.facts.messages, detail: figure(found.messages) },
    { term: w.facts.people, detail: figure(found.people) },
    { term: w.facts.reactions, detail: figure(found.reactions) },
    ...told.flatMap((key) => (found[key] > 0 ? [{ term: w.facts[key], detail: figure(found[key]) }] : [])),
    ...(unread.leftOut > 0 ? [{ term: w.facts.leftOut, detail: figure(unread.leftOut) }] : []),
    { term: w.facts.unread, detail: figure(unread.count) },
  ];
  return (
    <section className="section" aria-labelledby="found">
      <h2 className="h2" id="found">
        {w.found}
      </h2>
      <DefinitionList items={items} />
      {unread.samples.length > 0 ? (
        <details className="change">
          <summary>{w.unreadSamples}</summary>
          <ul className="plain">
            {unread.samples.map(({ where, why }, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the same place may be there twice
              <li key={n} dir="auto" className="quiet">
                {`${where}: ${why}`}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      {unread.fields.length > 0 ? (
        <details className="change">
          <summary>{w.fields}</summary>
          <p className="quiet" dir="auto">
            {unread.fields.map(([field, n]) => w.fieldTimes({ field, n: figure(n) })).join(", ")}
          </p>
        </details>
      ) : null}
    </section>
  );
}
