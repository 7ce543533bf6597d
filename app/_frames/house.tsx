import type { ReactNode } from "react";
import { Footer } from "@/components/shell/footer";
import { PageFrame } from "@/components/shell/page-frame";
import { TopBar } from "@/components/shell/top-bar";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";
import { Account } from "./account";

/** The frame of pages that belong to no community: the start page, a person's settings, the brand's desk. */
export async function House({ children, end = <Account /> }: { children: ReactNode; end?: ReactNode }) {
  const { words } = await openPage();
  return (
    <PageFrame
      skipLabel={words.common.skipToContent}
      closeLabel={words.common.close}
      top={<TopBar community={{ name: words.common.product, href: paths.home, logo: "/mark.svg" }} end={end} />}
      footer={<Footer about={words.common.product} label={words.common.nav.label} items={[]} />}
    >
      {children}
    </PageFrame>
  );
}
