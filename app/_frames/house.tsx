import type { ReactNode } from "react";
import { CommunityBottom } from "@/components/communities/bars";
import { Footer } from "@/components/shell/footer";
import { PageFrame } from "@/components/shell/page-frame";
import { TopBar } from "@/components/shell/top-bar";
import { openPerson, type PersonAccess } from "@/lib/access/gate";
import { myCommunities } from "@/lib/accounts/queries";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { Account } from "./account";
import { Languages } from "./languages";

type Props = { children: ReactNode; end?: ReactNode /** Asks the database nothing. */; bare?: boolean };

/** The frame of pages that belong to no community: the start page, a person's settings, the brand's desk. */
export async function House({ children, end = <Account />, bare }: Props) {
  const { viewer, words } = await openPage();
  return (
    <PageFrame
      skipLabel={words.common.skipToContent}
      closeLabel={words.common.close}
      top={<TopBar community={{ name: words.common.product, href: paths.home, logo: "/mark.svg" }} end={end} />}
      bottom={viewer.personId && !bare ? <PhoneBar access={openPerson(viewer)} /> : undefined}
      footer={
        <Footer about={words.common.product} label={words.common.nav.label} items={[]}>
          <Languages />
        </Footer>
      }
    >
      {children}
    </PageFrame>
  );
}

/** For who is signed in: the start page, the communities they belong to, and themselves. */
async function PhoneBar({ access }: { access: PersonAccess }) {
  const [{ words }, mine] = await Promise.all([openPage(), myCommunities(access)]);
  const { home, me } = words.communities.nav;
  return (
    <CommunityBottom
      label={words.common.nav.label}
      home={paths.home}
      items={[
        { href: paths.home, label: home, icon: "home" },
        ...mine.map(({ slug, name }) => ({ href: paths.community(slug), label: name, icon: "members" as const })),
        { href: paths.settings, label: me, icon: "me" },
      ]}
    />
  );
}
