import type { ReactNode } from "react";
import { ToastRegion } from "../ui/toast-region";
import { SkipLink } from "./skip-link";

export type PageFrameProps = {
  skipLabel: string;
  closeLabel: string;
  top: ReactNode;
  bottom?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
};

/** Every page stands in this: skip link, bar, one main, footer, the phone's bar, and where a word after a deed is said. */
export function PageFrame({ skipLabel, closeLabel, top, bottom, footer, children }: PageFrameProps) {
  return (
    <div className={bottom ? "page barred" : "page"}>
      <SkipLink label={skipLabel} />
      {top}
      <main className="wrap" id="main" tabIndex={-1}>
        {children}
      </main>
      {footer}
      {bottom}
      <ToastRegion closeLabel={closeLabel} />
    </div>
  );
}
