import { buttonClass } from "./button";

/** A real address, so that the list works without scripts, for robots, and on the way back. */
export function LoadMore({ href, label, meta }: { href?: string; label: string; meta?: string }) {
  if (!href && !meta) return null;
  return (
    <div className="more">
      {href ? (
        <a className={buttonClass({})} href={href} rel="next">
          {label}
        </a>
      ) : null}
      {meta ? <span className="meta">{meta}</span> : null}
    </div>
  );
}
