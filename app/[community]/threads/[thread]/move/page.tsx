import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { checkProps } from "@/components/ui/returned";
import { openSpaces, openThreadToMove } from "@/lib/access/gate";
import { may, opensUp } from "@/lib/access/policy";
import { paths } from "@/lib/paths";
import { one, type Search } from "../../../open";
import { Audience } from "../audience";
import { openManagePage, type ThreadParams } from "../open";

type Page = Awaited<ReturnType<typeof openManagePage>>;

/** First which space, then who can read it before and after. */
export default orNothing(async function MoveThreadPage(props: { params: ThreadParams; searchParams: Search }) {
  const page = await openManagePage(props.params);
  const to = one((await props.searchParams).with);
  return to ? Sure({ page, to }) : Choose({ page });
});

async function Choose({ page: { manage, words, slug, standing } }: { page: Page }) {
  const w = words.ordering.move;
  const spaces = (await openSpaces(manage)).flatMap((found) =>
    "inside" in found && found.inside.space.id !== manage.space.id && may.moderate(standing, found.inside.space)
      ? [found.inside.space]
      : [],
  );
  const back = (
    <ButtonLink kind="qui" href={paths.orderThread(slug, manage.thread.id, "manage")}>
      {words.common.cancel}
    </ButtonLink>
  );
  return (
    <div className="column">
      <PageHead title={w.title} lead={spaces.length ? w.text : w.none} />
      {spaces.length ? (
        <form className="form" action={paths.orderThread(slug, manage.thread.id, "move")}>
          <Field
            name="with"
            label={w.to}
            type="select"
            options={spaces.map((space) => ({ value: space.slug, label: space.name }))}
          />
          <div className="acts">
            <button type="submit" className="btn pri">
              {w.next}
            </button>
            {back}
          </div>
        </form>
      ) : (
        back
      )}
    </div>
  );
}

async function Sure({ page: { manage, words, slug, formTo }, to: asked }: { page: Page; to: string }) {
  const { to, space, thread } = await openThreadToMove(manage, asked);
  const w = words.ordering;
  const form = formTo("move-thread");
  return (
    <div className="column">
      <PageHead title={w.move.toSpace({ space: to.name })} lead={w.move.text} />
      <Audience words={words} from={space} to={to} />
      <Form
        {...form}
        submitLabel={w.move.button}
        beside={
          <ButtonLink kind="qui" href={paths.orderThread(slug, thread.id, "manage")}>
            {words.common.cancel}
          </ButtonLink>
        }
      >
        <input type="hidden" name="thread" value={thread.id} />
        <input type="hidden" name="to" value={to.slug} />
        {opensUp(space, to) ? (
          <Checkbox
            {...checkProps(form.returned, "sure")}
            value="yes"
            label={w.sure({ n: thread.posts, who: w.audience[to.readAudience] })}
            required
          />
        ) : null}
      </Form>
    </div>
  );
}
