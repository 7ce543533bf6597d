import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openThread, openThreadToRename } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { longestTitle } from "@/lib/threads/input";
import { openCommunityPage } from "../../../open";

type Params = Promise<{ community: string; thread: string }>;

export default orNothing(async function RenameThreadPage({ params }: { params: Params }) {
  const { access, words, slug, formTo } = await openCommunityPage(params);
  const { thread } = openThreadToRename(await openThread(access, (await params).thread));
  const w = words.threads;
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
        <Field
          {...fieldProps(form.returned, "title", thread.title)}
          label={w.title}
          hint={w.titleHint}
          required
          minLength={3}
          maxLength={longestTitle}
          voice
          dir="auto"
        />
      </Form>
    </div>
  );
});
