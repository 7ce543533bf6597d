import type { ComponentProps, ReactNode } from "react";
import { Link } from "./link";

export type ButtonKind = "pri" | "sec" | "qui" | "dan";

type Look = { kind?: ButtonKind; small?: boolean; wide?: boolean; children: ReactNode; className?: string };

export function buttonClass({ kind = "sec", small, wide, className }: Omit<Look, "children">) {
  return ["btn", kind, small && "sm", wide && "wide", className].filter(Boolean).join(" ");
}

export function Button({ kind, small, wide, className, ...rest }: Look & ComponentProps<"button">) {
  return <button type="button" {...rest} className={buttonClass({ kind, small, wide, className })} />;
}

export function ButtonLink({ kind, small, wide, className, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link {...rest} className={buttonClass({ kind, small, wide, className })} />;
}
