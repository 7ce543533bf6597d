import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ThreadTitle } from "@/components/threads/post-fields";
import { ButtonLink } from "@/components/ui/button";
import { Checkbox, CheckboxGroup } from "@/components/ui/choice";
import { Form } from "@/components/ui/form";
import { LoadMore } from "@/components/ui/load-more";
import { checkProps, chosenProps } from "@/components/ui/returned";
import { paths } from "@/lib/paths";
import { longestTitle } from "@/lib/threads/input";
import { mostToChoose } from "@/lib/threads/ordering/input";
import { postsToChoose } from "@/lib/threads/ordering/queries";
import { one, type Search } from "../../../open";
import { openManagePage, type ThreadParams } from "../open";

/** Which posts, and what the new thread is called. */
export default orNothing(async function SplitThreadPage(props: { params: ThreadParams; searchParams: Search }) {
  const { manage, words, slug, formTo } = await openManagePage(props.params);
  const { thread } = manage;
  const from = Number(/^\d{1,7}$/.exec(one((await props.searchParams).with) ?? "")?.[0] ?? 1);
  const found = await postsToChoose(manage, from, words.members.gone);
  const posts = found.slice(0, mostToChoose);
  const later = found.at(mostToChoose);
  const w = words.ordering.split;
  const form = formTo("split-thread");
  return (
    <div className="column">
      <PageHead title={w.title} lead={w.text} />
      <Form
        {...form}
        submitLabel={w.button}
        beside={
          <ButtonLink kind="qui" href={paths.orderThread(slug, thread.id, "manage")}>
            {words.common.cancel}
          </ButtonLink>
        }
      >
        <input type="hidden" name="thread" value={thread.id} />
        <CheckboxGroup
          {...chosenProps(form.returned, "posts")}
          label={w.posts}
          options={posts.map(({ id, position, author, text }) => ({
            value: id,
            label: w.post({ n: position, name: author ?? words.members.gone }),
            hint: <span lang={manage.community.locale}>{text}</span>,
          }))}
        />
        <Checkbox {...checkProps(form.returned, "rest")} value="yes" label={w.rest} />
        <ThreadTitle
          returned={form.returned}
          label={w.newTitle}
          hint={words.threads.titleHint}
          longest={longestTitle}
        />
      </Form>
      <LoadMore
        href={later ? paths.orderThread(slug, thread.id, "split", String(later.position)) : undefined}
        label={w.later}
      />
    </div>
  );
});
