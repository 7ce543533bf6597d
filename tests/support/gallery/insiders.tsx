import { BadgeFigure } from "@/components/figures/badge-figure";
import { MOTIFS } from "@/components/figures/badge-motifs";
import { Door } from "@/components/spaces/door";
import { ButtonLink } from "@/components/ui/button";
import { Framed } from "./sample";

const drop = { name: "First Pour", motif: "drop", of: 200, number: 17, ofText: "of 200" };

export function Insiders() {
  return (
    <Framed>
      <Door
        kind="An insider space"
        name="Behind the Bar"
        purpose="New parts are pulled here first, and what is said decides whether they are made. Nothing said inside is shown outside."
        facts={[
          { figure: "143", label: "people inside, counted daily" },
          { figure: "2019", label: "opened, with 12 people" },
        ]}
        waysTitle="Ways in"
        ways={[
          { key: "a", badge: drop, title: "Hold First Pour", how: "All 200 are granted.", action: "Closed" },
          {
            key: "b",
            badge: { name: "Burr Panel", motif: "burr", earned: false },
            title: "Join the Burr Panel",
            how: "Log six tastings. You have four.",
            action: (
              <ButtonLink href="#" kind="pri" small>
                Log a tasting
              </ButtonLink>
            ),
          },
        ]}
        published={{
          title: "Published to the door by the people inside",
          items: [
            { key: "1", label: "Notes on the drip tray", href: "#" },
            { key: "2", label: "How we taste", href: "#" },
          ],
        }}
      />
      <section className="section bigbadge">
        <BadgeFigure {...drop} label="First Pour, No. 17 of 200" size={512} rim="Varnell · 2026" />
        <div>
          <h2 className="h1">First Pour, No. 17 of 200</h2>
          <p className="said quiet mt-4">
            “Ines sent the first tasting with a control cup beside it. We have done it her way since.”
          </p>
          <div className="row mt-6">
            {Object.keys(MOTIFS).map((key) => (
              <span className="standing" key={key}>
                <BadgeFigure name={key} motif={key} label="" size={24} of={60} number={31} />
                {key}
              </span>
            ))}
          </div>
          <div className="row mt-6">
            <BadgeFigure
              name="Lisbon Bench at the Old Harbour"
              motif="compass"
              label=""
              size={240}
              of={84}
              ofText="of 84"
              earned={false}
              rim="Varnell · 2026"
            />
            <BadgeFigure name="Steady Hand" motif="sunrise" label="" size={240} rim="Varnell · 2026" />
          </div>
        </div>
      </section>
      <ul className="badges section">
        {Object.keys(MOTIFS).map((key, index) => (
          <li key={key}>
            <BadgeFigure
              name={key}
              motif={key}
              label={key}
              size={112}
              earned={index % 3 !== 2}
              of={index % 2 ? 60 : undefined}
              number={index % 2 ? 1 + index * 4 : undefined}
              ofText="of 60"
            />
            <div>
              <h3 className="h3">{key}</h3>
              <p className="quiet">Sent in a tasting of the very first burr.</p>
            </div>
          </li>
        ))}
      </ul>
    </Framed>
  );
}
