import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Sees } from "@/components/threads/answer-form";
import { PostText } from "@/components/threads/post-fields";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { openOwnPost } from "@/lib/access/gate";
import { wordsToEdit } from "@/lib/posts/queries";
import { typedAgain } from "@/lib/references/queries";
import { writingHelp } from "../../../writing";
import { openPostPage, type PostParams } from "../open";

export default orNothing(async function EditPostPage({ params }: { params: PostParams }) {
  const { post, words, formTo, back, slug } = await openPostPage(params);
  const mine = openOwnPost(post);
  const { text, version } = await wordsToEdit(mine);
  const typed = await typedAgain(mine, text, { quote: words.references.quote });
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
        <PostText
          returned={form.returned}
          label={w.text}
          hint={w.markdown}
          stored={typed}
          rows={12}
          extras={writingHelp(words, slug, mine.space)}
        />
      </Form>
    </div>
  );
});
