import { BadgeFields } from "@/components/badges/badge-fields";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import type { BrandAccess } from "@/lib/access/gate";
import type { badgesOfBrand } from "@/lib/badges/queries";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";

type Props = { access: BrandAccess; badge: Awaited<ReturnType<typeof badgesOfBrand>>[number]; open: boolean };

/** Beneath each badge the way to its form, and beneath the one that was chosen the form. */
export async function ChangeBadge({ access, badge, open }: Props) {
  const { words, form } = await openPage();
  const { slug } = access.brand;
  const w = words.badges;
  const sent = form(doing.brand(slug, "change-badge"));
  const returned = sent.returned?.values.badge === badge.id ? sent.returned : undefined;
  if (!open && !returned)
    return (
      <Link className="link" href={`${paths.brand(slug, "badges")}?change=${badge.slug}#${badge.slug}`}>
        {w.change}
      </Link>
    );
  return (
    <div id={badge.slug} className="stack">
      <p className="quiet">{w.changeHint}</p>
      <Form {...sent} returned={returned} submitLabel={words.common.save} submitKind="sec" label={w.change}>
        <input type="hidden" name="badge" value={badge.id} />
        <BadgeFields words={words} returned={returned} stored={badge} id={badge.slug} />
      </Form>
    </div>
  );
}
