import type { ReactNode } from "react";

type Props = { children: ReactNode; title?: string; roomy?: boolean; label?: string; id?: string };

export function Card({ children, title, roomy, label, id }: Props) {
  return (
    <section className={roomy ? "card roomy stacked" : "card stacked"} id={id} aria-label={label ?? title}>
      {title ? <h2 className="h3">{title}</h2> : null}
      {children}
    </section>
  );
}
