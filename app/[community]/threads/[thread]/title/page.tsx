import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { TagField } from "@/components/tags/tag-field";
import { ThreadTitle } from "@/components/threads/post-fields";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openThread, openThreadToRename } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { longestTitle } from "@/lib/threads/input";
import { openCommunityPage } from "../../../open";
import { tagFieldFor } from "../../../tags/open";

type Params = Promise<{ community: string; thread: string }>;

export default orNothing(async function RenameThreadPage({ params }: { params: Params }) {
  const { access, words, slug, formTo } = await openCommunityPage(params);
  const { thread } = openThreadToRename(await openThread(access, (await params).thread));
  const w = words.threads;
  const tagField = await tagFieldFor(access, words);
  const stored = thread.tags.map(({ name }) => name).join(", ");
  const form = formTo("rename-thread");
  return (
    <div className="column">
      <PageHead title={w.renameTitle} />
      <Form
        {...form}
        submitLabel={w.save}
        beside={
          <ButtonLink href={paths.thread(slug, thread)} kind="qui">
            {words.common.cancel}
          </ButtonLink>
        }
      >
        <input type="hidden" name="thread" value={thread.id} />
        <ThreadTitle
          returned={form.returned}
          label={w.title}
          hint={w.titleHint}
          stored={thread.title}
          longest={longestTitle}
        />
        <TagField {...fieldProps(form.returned, "tags", stored)} {...tagField} />
      </Form>
    </div>
  );
});
