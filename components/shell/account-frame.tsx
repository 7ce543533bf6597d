import type { ReactNode } from "react";
import { ToastRegion } from "../ui/toast-region";
import { type Community, CommunityMark } from "./community-mark";
import { SkipLink } from "./skip-link";

export type AccountFrameProps = {
  skipLabel: string;
  closeLabel: string;
  /** Left out: Kindling's own pages. */
  community?: Community;
  /** Stands in the community's place where there is none. */
  mark?: ReactNode;
  title: string;
  lead?: ReactNode;
  children: ReactNode;
  below?: ReactNode;
  footer?: ReactNode;
};

/** A calm card in the middle: sign in, sign up, reset, confirm. */
export function AccountFrame({ community, mark, title, lead, children, below, footer, ...words }: AccountFrameProps) {
  return (
    <div className="page">
      <SkipLink label={words.skipLabel} />
      <main className="wrap" id="main" tabIndex={-1}>
        <div className="account">
          {community ? <CommunityMark {...community} /> : mark}
          <div className="card">
            <div className="pagehead">
              <h1 className="h2">{title}</h1>
              {lead ? <p className="quiet">{lead}</p> : null}
            </div>
            {children}
          </div>
          {below ? <div className="below">{below}</div> : null}
        </div>
      </main>
      {footer}
      <ToastRegion closeLabel={words.closeLabel} />
    </div>
  );
}
