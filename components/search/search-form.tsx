import { Link } from "@/components/ui/link";
import { Checkbox } from "../ui/choice";
import { Field, type Option } from "../ui/field";

type Props = {
  action: string;
  words: {
    field: string;
    go: string;
    filters: string;
    narrowed: (to: { what: string }) => string;
    space: string;
    everywhere: string;
    by: string;
    byHint: string;
    tag: string;
    from: string;
    until: string;
    picture: string;
    sort: string;
    best: string;
    latest: string;
    clear: string;
  };
  asked: {
    words: string;
    space: string;
    by: string;
    from: string;
    until: string;
    tag: string;
    picture: boolean;
    latest: boolean;
  };
  longest: number;
  spaces: readonly Option[];
  /** What narrows it, in words: it is to be seen while its fields are folded away. */
  narrowed: readonly string[];
  withoutFilters: string;
};

/** A plain form whose address says what was asked, so that it can be sent on. */
export function SearchForm(props: Props) {
  const { action, words: w, asked, longest, spaces, narrowed, withoutFilters } = props;
  return (
    <search>
      <form className="searchform" action={action} method="get" key={JSON.stringify(asked)}>
        <div className="line">
          <input
            type="search"
            name="q"
            defaultValue={asked.words}
            maxLength={longest}
            aria-label={w.field}
            placeholder={w.field}
            dir="auto"
            autoComplete="off"
            enterKeyHint="search"
            data-search
          />
          <button type="submit" className="btn pri">
            {w.go}
          </button>
        </div>
        <details>
          <summary>{narrowed.length ? w.narrowed({ what: narrowed.join(" · ") }) : w.filters}</summary>
          <div className="filters">
            <Field
              name="space"
              label={w.space}
              type="select"
              value={asked.space}
              options={[{ value: "", label: w.everywhere }, ...spaces]}
            />
            <Field
              name="by"
              label={w.by}
              hint={w.byHint}
              value={asked.by}
              maxLength={80}
              dir="auto"
              autoComplete="off"
            />
            <Field name="tag" label={w.tag} value={asked.tag} maxLength={40} dir="auto" autoComplete="off" />
            <Field name="from" label={w.from} type="date" value={asked.from} />
            <Field name="until" label={w.until} type="date" value={asked.until} />
            <Field
              name="sort"
              label={w.sort}
              type="select"
              value={asked.latest ? "latest" : ""}
              options={[
                { value: "", label: w.best },
                { value: "latest", label: w.latest },
              ]}
            />
            <Checkbox name="picture" value="1" label={w.picture} checked={asked.picture} />
          </div>
        </details>
        {narrowed.length ? (
          <p>
            <Link href={withoutFilters}>{w.clear}</Link>
          </p>
        ) : null}
      </form>
    </search>
  );
}
