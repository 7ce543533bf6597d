import type { ReactNode } from "react";
import { Languages } from "@/app/_frames/languages";
import { Mark } from "@/components/figures/mark";
import { AccountFrame } from "@/components/shell/account-frame";
import { Footer } from "@/components/shell/footer";
import { Link } from "@/components/ui/link";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";

/** The calm card of signing in and up. */
export async function Door(props: { title: string; lead?: ReactNode; children?: ReactNode; below?: ReactNode }) {
  const { words } = await openPage();
  const mark = (
    <Link className="mark" href={paths.home}>
      <Mark />
      <span>{words.common.product}</span>
    </Link>
  );
  return (
    <AccountFrame
      skipLabel={words.common.skipToContent}
      closeLabel={words.common.close}
      mark={mark}
      title={props.title}
      lead={props.lead}
      below={props.below}
      footer={
        <Footer about={words.common.product} label={words.common.nav.label} items={[]}>
          <Languages />
        </Footer>
      }
    >
      {props.children}
    </AccountFrame>
  );
}
