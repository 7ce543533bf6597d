import { Link } from "@/components/ui/link";
import type { Words } from "@/lib/text";
import { BadgeFigure } from "../figures/badge-figure";
import { Field } from "../ui/field";
import { Form, type FormProps } from "../ui/form";

type Grant = {
  grantId: string;
  badgeId: string;
  name: string | null;
  number: number | null;
  reason: string;
  href: string;
  granted: string;
  revoke: FormProps;
};
type Badge = { id: string; name: string; motif: string; editionSize: number | null; holders: number; page: string };

/** Who wears what, badge by badge, with the reason and the way to take it back. */
export function BadgeGrants({
  words,
  badges,
  grants,
}: {
  words: Words["badges"];
  badges: readonly Badge[];
  grants: readonly Grant[];
}) {
  return badges.map((badge) => (
    <details key={badge.id} className="badge-grants">
      <summary>
        <BadgeFigure name={badge.name} label="" motif={badge.motif} size={56} of={badge.editionSize ?? undefined} />
        <h2 className="h3">{badge.name}</h2>
        <span className="meta">{words.holders({ n: badge.holders })}</span>
      </summary>
      <p>
        <Link className="link" href={badge.page}>
          {words.page}
        </Link>
      </p>
      <ul className="lines">
        {grants
          .filter((grant) => grant.badgeId === badge.id)
          .map((grant) => (
            <li key={grant.grantId}>
              <div className="row">
                <Link className="link" href={grant.href}>
                  {grant.name}
                </Link>
                {grant.number !== null && badge.editionSize !== null ? (
                  <span className="meta">{words.edition({ number: grant.number, of: badge.editionSize })}</span>
                ) : null}
                <span className="meta">{grant.granted}</span>
              </div>
              <p className="said">{grant.reason}</p>
              <details>
                <summary className="meta">{words.revoke}</summary>
                <Form {...grant.revoke} submitLabel={words.revoke} submitKind="dan" submitSmall>
                  <input type="hidden" name="grantId" value={grant.grantId} />
                  <Field
                    name="reason"
                    id={`why-${grant.grantId}`}
                    label={words.revokeReason}
                    required
                    maxLength={300}
                  />
                </Form>
              </details>
            </li>
          ))}
      </ul>
    </details>
  ));
}
