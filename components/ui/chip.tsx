import type { CSSProperties, ReactNode } from "react";
import { Link } from "./link";

/** The space something stands in. */
export function Chip({ children, hue, href }: { children: ReactNode; hue?: number; href?: string }) {
  const style = hue === undefined ? undefined : ({ "--h": hue } as CSSProperties);
  if (!href) {
    return (
      <span className="chip" style={style}>
        {children}
      </span>
    );
  }
  return (
    <Link className="chip" href={href} style={style}>
      {children}
    </Link>
  );
}
