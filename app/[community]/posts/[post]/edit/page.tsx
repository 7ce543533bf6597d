import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Sees } from "@/components/threads/answer-form";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openOwnPost } from "@/lib/access/gate";
import { wordsToEdit } from "@/lib/posts/queries";
import { openPostPage, type PostParams } from "../open";

export default orNothing(async function EditPostPage({ params }: { params: PostParams }) {
  const { post, words, formTo, back } = await openPostPage(params);
  const mine = openOwnPost(post);
  const { text, version } = await wordsToEdit(mine);
  const w = words.threads;
  const form = formTo("edit-post");
  const { readAudience } = mine.space;
  return (
    <div className="column">
      <PageHead title={w.editTitle} />
      <Form
        {...form}
        submitLabel={w.save}
        beside={
          <>
            <ButtonLink href={back} kind="qui">
              {words.common.cancel}
            </ButtonLink>
            <Sees audience={readAudience}>{w.sees[readAudience]}</Sees>
          </>
        }
      >
        <input type="hidden" name="post" value={mine.post.id} />
        <input type="hidden" name="version" value={version} />
        <Field
          {...fieldProps(form.returned, "text", text)}
          label={w.text}
          hint={w.markdown}
          type="textarea"
          rows={12}
          required
          voice
          dir="auto"
        />
      </Form>
    </div>
  );
});
