import type { ReactNode } from "react";

type Props = {
  title: string;
  /** Of a title that people wrote; it also keeps its own direction. */
  lang?: string;
  lead?: ReactNode;
  before?: ReactNode;
  actions?: ReactNode;
};

/** The page's one h1; `before` is a breadcrumb or a chip. */
export function PageHead({ title, lang, lead, before, actions }: Props) {
  return (
    <div className="pagehead">
      {before}
      <h1 className="h1" lang={lang} dir={lang ? "auto" : undefined}>
        {title}
      </h1>
      {lead ? <p className="lead">{lead}</p> : null}
      {actions ? <div className="row">{actions}</div> : null}
    </div>
  );
}
