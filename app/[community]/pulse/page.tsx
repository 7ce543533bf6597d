import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PulseFigure } from "@/components/pulse/figure";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { ChevronRight } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import { openDesk } from "@/lib/access/gate";
import { openPulse } from "@/lib/access/gate-pulse";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { evidenceHere, lastRun, peopleInTies, pulseHere } from "@/lib/pulse/queries";
import { absolute, dayOnly } from "@/lib/text/dates";
import { type CommunityParams, one, openCommunityPage, type Search } from "../open";
import { WhatWouldMove } from "./moves";
import { Opened } from "./opened";
import { RhythmAndBrand } from "./rhythm";
import { headlineOf, isName, order, petals, sentenceOf } from "./say";
import { Take } from "./take";
import { Ties } from "./ties";
import { Weeks } from "./weeks";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).pulse.title });

/** The four elements as one figure, each opening into what made it; for who leads, what to do about it. */
export default orNothing(async function PulsePage({
  params,
  searchParams,
}: {
  params: CommunityParams;
  searchParams: Search;
}) {
  const { access, community, words, slug, reader, formTo } = await openCommunityPage(params);
  const pulse = await openPulse(access);
  const desk = pulse.pulse === "whole" ? openDesk(access) : undefined;
  const [snapshot, run] = await Promise.all([pulseHere(pulse), desk && lastRun(desk)]);
  const asked = one((await searchParams).element);
  const w = words.pulse;
  const outside = pulse.pulse === "public";
  const take = desk ? (
    <Take slug={slug} run={run} taken={!!snapshot} form={formTo("take-pulse")} words={words} reader={reader} />
  ) : null;
  const moves = desk ? (
    <WhatWouldMove desk={desk} snapshot={snapshot} slug={slug} words={words} reader={reader} />
  ) : null;
  const shown = desk ? (
    <p className="meta">
      {w.shownTo[community.pulseShown]}{" "}
      <Link className="link" href={`${paths.manage(slug, "settings")}#pulse-shown`}>
        {w.changeShown}
      </Link>
    </p>
  ) : null;

  if (!snapshot)
    return (
      <>
        <PageHead title={w.title} />
        <EmptyState title={w.notTaken} action={take}>
          {desk ? w.notTakenDesk : w.notTakenText}
        </EmptyState>
        {shown}
        {moves}
      </>
    );

  const { result, takenAt, method } = snapshot;
  const [evidence, people] = await Promise.all([evidenceHere(pulse, snapshot), peopleInTies(pulse, snapshot)]);
  const said = { words, outside };
  const open = isName(asked) ? asked : (order.find((name) => result.elements[name].value !== null) ?? "interaction");
  return (
    <>
      <PageHead
        title={headlineOf(result, said)}
        lead={
          result.window.to && result.posts > 0
            ? w.lead({
                to: dayOnly(result.window.to, reader),
                n: result.posts,
                by: result.members,
                readers: w.readers[pulse.pulse],
              })
            : w.nothingYet
        }
      />
      {result.trust === "low" && result.posts > 0 ? <p className="quiet">{w.lowTrust}</p> : null}
      <div className="pulse">
        <div>
          <PulseFigure
            elements={petals(slug, result, said)}
            label={w.title}
            open={order.indexOf(open)}
            caption={w.caption}
            table={{ href: "#weeks", label: w.asTable }}
          />
          <div className="pulseothers">
            {order
              .filter((name) => name !== open)
              .map((name) => (
                <Link key={name} href={paths.pulse(slug, name)}>
                  <b>{w.elements[name]}</b>
                  <span>{sentenceOf(name, result, said)}</span>
                  <ChevronRight className="i" aria-hidden />
                </Link>
              ))}
          </div>
        </div>
        <Opened name={open} slug={slug} snapshot={snapshot} evidence={evidence} words={words} outside={outside} />
      </div>
      <Weeks snapshot={snapshot} words={words} reader={reader} outside={outside} />
      <Ties slug={slug} snapshot={snapshot} people={people} words={words} reader={reader} outside={outside} />
      <RhythmAndBrand snapshot={snapshot} words={words} reader={reader} />
      {moves}
      <div className="section pulsefoot">
        <p className="meta">{w.taken({ when: absolute(new Date(takenAt), reader), method })}</p>
        {shown}
        {take}
      </div>
    </>
  );
});
