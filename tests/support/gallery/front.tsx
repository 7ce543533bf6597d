import { CoverFallback } from "@/components/figures/cover-fallback";
import { DoorCard } from "@/components/figures/door-card";
import { Hearth } from "@/components/figures/hearth";
import { HearthSummary } from "@/components/figures/hearth-summary";
import { Chip } from "@/components/ui/chip";
import { Faces } from "@/components/ui/faces";
import { Unread } from "@/components/ui/unread";
import { elements, Framed, people } from "./sample";

const titles = [
  "Candidate C chokes below 17 grams. Is that the burr or my puck?",
  "Tuesday choke, week 47: bring your worst shot",
  "My spring is singing at 6 bar and I have grown fond of it",
];

export function Front() {
  return (
    <Framed>
      <div className="cols">
        <div>
          <h1 className="purpose">For people who would rather pull the lever themselves.</h1>
          <p className="lead mt-6">1,284 owners of the Little Lever and the nine people who build it.</p>
        </div>
        <HearthSummary title="Pulse, eight weeks to today" label="Pulse" elements={elements} />
      </div>
      <section className="section cols">
        <div>
          <div className="sechead">
            <h2 className="h2">Since you were here</h2>
            <a className="link" href="#all">
              All threads
            </a>
          </div>
          <ul className="tl">
            {titles.map((title, index) => (
              <li key={title} className={index === 2 ? "read" : undefined}>
                <div>
                  <a className="t" href="#t">
                    {title}
                  </a>{" "}
                  <Unread count={6 - 3 * index} label="new" />
                  <div className="sub">
                    <Chip hue={70 * index}>Burr lab</Chip>
                    <span>Jo Varnell answered Tomasz</span>
                  </div>
                </div>
                <Faces people={people.slice(index)} label="People" />
                <span className="n">38</span>
                <span className="age">12 min</span>
              </li>
            ))}
            <li className="lastvisit">You were last here on Friday at 21:40</li>
          </ul>
          <div className="section">
            <Hearth label="Pulse" elements={elements} size="large" open={0} />
          </div>
          <ul className="spaces section">
            {["Burr lab", "Repairs", "Rituals"].map((name) => (
              <li key={name}>
                <a className="n" href="#s">
                  {name}
                </a>
                <p>Grinds, particles and patience</p>
              </li>
            ))}
          </ul>
        </div>
        <div className="stack">
          <DoorCard
            href="#door"
            name="Behind the Bar"
            purpose="Where first pulls of new parts are tasted before anyone else."
            holders="143 people are inside."
            waysLabel="See the ways in"
          />
          {["Co-design the next burr", "Lisbon bench", "A quieter pump"].map((name) => (
            <div className="coverbox" key={name}>
              <CoverFallback name={name} />
            </div>
          ))}
        </div>
      </section>
    </Framed>
  );
}
