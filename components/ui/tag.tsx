import type { ReactNode } from "react";

type Props = { children: ReactNode; kind?: "plain" | "rep" | "good" | "bad" | "accent" };

export function Tag({ children, kind = "plain" }: Props) {
  return <span className={kind === "plain" ? "tag" : `tag ${kind}`}>{children}</span>;
}
