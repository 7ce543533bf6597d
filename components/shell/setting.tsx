import type { ReactNode } from "react";

/** One matter of a settings page: its name, what it does, its form. */
export function Setting({
  title,
  about,
  children,
  id,
}: {
  title: string;
  about?: ReactNode;
  children: ReactNode;
  id?: string;
}) {
  return (
    <section className="setting" id={id}>
      <div>
        <h2 className="h3">{title}</h2>
        {about ? <p className="quiet">{about}</p> : null}
      </div>
      {children}
    </section>
  );
}
