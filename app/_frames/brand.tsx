import type { ReactNode } from "react";
import { PageHead } from "@/components/shell/page-head";
import { SettingsFrame } from "@/components/shell/settings-frame";
import type { BrandAccess } from "@/lib/access/gate";
import { themeStyle } from "@/lib/brands/theme";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { House } from "./house";

type Part = "communities" | "badges" | "legal" | "owners" | "settings";

/** The brand's desk: one frame, five pages. */
export async function BrandDesk({ access, part, children }: { access: BrandAccess; part: Part; children: ReactNode }) {
  const { words } = await openPage();
  const { brand } = access;
  const logo = brand.logoFileId ? paths.picture(brand.logoFileId) : null;
  const labels: Record<Part, string> = {
    communities: words.brands.communities,
    badges: words.badges.many,
    legal: words.brands.legal,
    owners: words.brands.owners,
    settings: words.brands.settings,
  };
  const items = (Object.keys(labels) as Part[]).map((name) => ({
    href: paths.brand(brand.slug, name === "communities" ? undefined : name),
    label: labels[name],
    current: name === part,
  }));
  return (
    <div data-brand style={themeStyle(brand.colour)}>
      <House>
        <SettingsFrame navLabel={words.brands.desk} groups={[{ label: brand.name, logo, items }]}>
          <PageHead title={labels[part]} />
          <div className="stack">{children}</div>
        </SettingsFrame>
      </House>
    </div>
  );
}
