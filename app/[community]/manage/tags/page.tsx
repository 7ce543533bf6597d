import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { type DeskTag, tagsAtDesk } from "@/lib/tags/queries";
import { number } from "@/lib/text/numbers";
import type { CommunityParams } from "../../open";
import { openDeskPage } from "../open";

type Page = Awaited<ReturnType<typeof openDeskPage>>;

export default orNothing(async function ManageTagsPage({ params }: { params: CommunityParams }) {
  const page = await openDeskPage(params);
  const { desk, words, locale, formTo } = page;
  const tags = await tagsAtDesk(desk);
  const w = words.tags;
  const form = formTo("make-tag");
  return (
    <>
      <PageHead title={w.many} lead={w.desk.lead} />
      <div className="stack">
        <Form {...form} submitLabel={w.desk.make} submitKind="sec">
          <Field
            {...fieldProps(form.returned, "name")}
            label={w.desk.name}
            hint={w.desk.nameHint}
            required
            maxLength={60}
            dir="auto"
          />
        </Form>
        {tags.length ? (
          <Table
            caption={w.many}
            columns={[
              { key: "name", label: w.one },
              { key: "threads", label: w.desk.threads },
              { key: "offered", label: w.desk.offered },
              { key: "change", label: w.desk.change, end: true },
            ]}
            rows={tags.map((tag) => ({
              key: tag.id,
              cells: {
                name: <bdi>{tag.name}</bdi>,
                threads: number(tag.threads, locale),
                offered: tag.offered ? <Tag>{w.desk.offered}</Tag> : null,
                change: <Change {...{ tag, tags, page }} />,
              },
            }))}
          />
        ) : (
          <EmptyState title={w.none}>{w.noneText}</EmptyState>
        )}
      </div>
    </>
  );
});

/** Renaming, putting together and removing, each a form of its own behind one fold. */
function Change({ tag, tags, page }: { tag: DeskTag; tags: readonly DeskTag[]; page: Page }) {
  const { words, formTo } = page;
  const w = words.tags.desk;
  const form = (act: string) => {
    const facts = formTo(act);
    return { ...facts, returned: facts.returned?.values.tag === tag.id ? facts.returned : undefined };
  };
  const [rename, merge] = [form("rename-tag"), form("merge-tag")];
  const others = tags.filter(({ id }) => id !== tag.id).map(({ id, name }) => ({ value: id, label: name }));
  const hidden = <input type="hidden" name="tag" value={tag.id} />;
  return (
    <details className="change" open={rename.returned || merge.returned ? true : undefined}>
      <summary aria-label={`${w.change} ${tag.name}`}>{w.change}</summary>
      <div className="stack">
        <Form {...rename} submitLabel={w.rename} submitKind="sec" submitSmall>
          {hidden}
          <Field
            {...fieldProps(rename.returned, "name", tag.name)}
            id={`rename-${tag.id}`}
            label={w.newName}
            required
            maxLength={60}
            dir="auto"
          />
        </Form>
        {others.length > 0 ? (
          <Form {...merge} submitLabel={w.merge} submitKind="sec" submitSmall>
            {hidden}
            <Field
              {...fieldProps(merge.returned, "into", "")}
              id={`merge-${tag.id}`}
              label={w.into}
              type="select"
              options={[{ value: "", label: w.choose }, ...others]}
              required
            />
          </Form>
        ) : null}
        <Form {...form("remove-tag")} submitLabel={w.remove} submitKind="qui" submitSmall>
          {hidden}
          <p className="hint">{w.removeHint}</p>
        </Form>
      </div>
    </details>
  );
}
