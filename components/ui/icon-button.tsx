import type { ComponentProps, ReactNode } from "react";
import { Link } from "./link";

type Look = { label: string; dot?: boolean; children: ReactNode };

const look = (dot?: boolean) => (dot ? "iconbtn dot" : "iconbtn");

export function IconButton({ label, dot, ...rest }: Look & ComponentProps<"button">) {
  return <button type="button" {...rest} aria-label={label} title={label} className={look(dot)} />;
}

/** Within its own page, whose script answers it: nothing of the framework is needed to follow it. */
export function IconAnchor({ label, dot, href, ...rest }: Look & ComponentProps<"a">) {
  return <a href={href} {...rest} aria-label={label} title={label} className={look(dot)} />;
}

export function IconLink({ label, dot, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link {...rest} aria-label={label} title={label} className={look(dot)} />;
}
