import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openPostRemoval } from "@/lib/access/gate";
import { openPostPage, type PostParams } from "../open";

/** What removing does, before the button; for a removed post, the way back. */
export default orNothing(async function RemovePostPage({ params }: { params: PostParams }) {
  const { post: found, words, formTo, back, viewer } = await openPostPage(params);
  const { post } = openPostRemoval(found);
  const mine = post.authorId === viewer.personId;
  const w = words.threads;
  const form = formTo(post.removed ? "restore-post" : "remove-post");
  return (
    <div className="column">
      <PageHead
        title={post.removed ? w.restore : w.removeTitle}
        lead={post.removed ? undefined : mine ? w.removeOwn : w.removeOther}
      />
      <Form
        {...form}
        submitLabel={post.removed ? w.restore : w.remove}
        submitKind={post.removed ? "pri" : "dan"}
        beside={
          <ButtonLink href={back} kind="qui">
            {words.common.cancel}
          </ButtonLink>
        }
      >
        <input type="hidden" name="post" value={post.id} />
        {post.removed || mine ? null : (
          <Field {...fieldProps(form.returned, "why")} label={w.why} hint={w.whyHint} required maxLength={500} voice />
        )}
      </Form>
    </div>
  );
});
