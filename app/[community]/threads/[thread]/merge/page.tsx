import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { checkProps } from "@/components/ui/returned";
import { openSpaces, openThreadToMerge } from "@/lib/access/gate";
import { opensUp } from "@/lib/access/policy";
import { paths } from "@/lib/paths";
import { threadsToMergeInto } from "@/lib/threads/ordering/queries";
import { one, type Search } from "../../../open";
import { titleOf } from "../../../t/[thread]/show";
import { Audience } from "../audience";
import { openManagePage, type ThreadParams } from "../open";

type Page = Awaited<ReturnType<typeof openManagePage>>;

/** The id in whatever was pasted: an address of a thread, or the id itself. */
const idIn = (text: string | undefined) => /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/.exec(text ?? "")?.[0];

/** First which thread, then what happens to both. */
export default orNothing(async function MergeThreadPage(props: { params: ThreadParams; searchParams: Search }) {
  const page = await openManagePage(props.params);
  const into = idIn(one((await props.searchParams).with));
  return into ? Sure({ page, into }) : Choose({ page });
});

async function Choose({ page: { manage, words, slug } }: { page: Page }) {
  const w = words.ordering.merge;
  const inside = (await openSpaces(manage)).flatMap((found) => ("inside" in found ? [found.inside] : []));
  const targets = await threadsToMergeInto(manage, inside);
  return (
    <div className="column">
      <PageHead title={w.title} lead={w.text} />
      <form className="form" action={paths.orderThread(slug, manage.thread.id, "merge")}>
        <Field name="with" label={w.address} required />
        <div className="acts">
          <button type="submit" className="btn pri">
            {w.next}
          </button>
          <ButtonLink kind="qui" href={paths.orderThread(slug, manage.thread.id, "manage")}>
            {words.common.cancel}
          </ButtonLink>
        </div>
      </form>
      <section className="section" aria-labelledby="latest">
        <h2 className="h3" id="latest">
          {targets.length ? w.latest : w.none}
        </h2>
        <ul className="lines">
          {targets.map(({ id, title, space }) => (
            <li key={id}>
              <Link className="link" href={paths.orderThread(slug, manage.thread.id, "merge", id)}>
                {titleOf(words, title)}
              </Link>{" "}
              <span className="meta">{space}</span>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

async function Sure({ page: { manage, words, slug, formTo }, into: asked }: { page: Page; into: string }) {
  const { into, space, thread } = await openThreadToMerge(manage, asked);
  const w = words.ordering;
  const form = formTo("merge-thread");
  return (
    <div className="column">
      <PageHead
        title={w.merge.into({ title: titleOf(words, into.thread.title) })}
        lead={`${w.merge.text} ${w.merge.facts({ n: thread.posts })} ${w.merge.never}`}
      />
      <Audience words={words} from={space} to={into.space} />
      <Form
        {...form}
        submitLabel={w.merge.button}
        submitKind="dan"
        beside={
          <ButtonLink kind="qui" href={paths.orderThread(slug, thread.id, "manage")}>
            {words.common.cancel}
          </ButtonLink>
        }
      >
        <input type="hidden" name="thread" value={thread.id} />
        <input type="hidden" name="into" value={into.thread.id} />
        {opensUp(space, into.space) ? (
          <Checkbox
            {...checkProps(form.returned, "sure")}
            value="yes"
            label={w.sure({ n: thread.posts, who: w.audience[into.space.readAudience] })}
            required
          />
        ) : null}
      </Form>
    </div>
  );
}
