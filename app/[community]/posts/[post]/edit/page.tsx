import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Sees } from "@/components/threads/answer-form";
import { PlainPreview } from "@/components/threads/composer/plain-preview";
import { WritingForm } from "@/components/threads/composer/writing-form";
import { PostText } from "@/components/threads/post-fields";
import { ButtonLink } from "@/components/ui/button";
import { openDraft, openOwnPost } from "@/lib/access/gate";
import { draftOf } from "@/lib/drafts/queries";
import { wordsToEdit } from "@/lib/posts/queries";
import { typedAgain } from "@/lib/references/queries";
import { Pictures } from "../../../pictures-field";
import { draftProps, writingHelp, writingOf } from "../../../writing";
import { openPostPage, type PostParams } from "../open";

export default orNothing(async function EditPostPage({ params }: { params: PostParams }) {
  const { post, words, formTo, back, slug } = await openPostPage(params);
  const mine = openOwnPost(post);
  const place = openDraft(mine);
  const [{ text, version }, kept] = await Promise.all([wordsToEdit(mine), draftOf(place)]);
  const typed = await typedAgain(mine, text, { quote: words.references.quote });
  const w = words.threads;
  const form = formTo("edit-post");
  const { readAudience } = mine.space;
  const draft = draftProps(words, place, kept, { original: typed, version });
  const writing = writingOf(words, mine, "edit-post");
  return (
    <div className="column">
      <PageHead title={w.editTitle} />
      <WritingForm
        {...form}
        draft={draft}
        submitLabel={w.save}
        beside={
          <>
            <ButtonLink href={back} kind="qui">
              {words.common.cancel}
            </ButtonLink>
            <Sees audience={readAudience}>{w.sees[readAudience]}</Sees>
            <PlainPreview action={writing.preview} label={writing.words.preview} />
          </>
        }
      >
        <input type="hidden" name="post" value={mine.post.id} />
        <input type="hidden" name="version" value={version} />
        <PostText
          returned={form.returned}
          label={w.text}
          hint={w.markdown}
          stored={draft.known.text}
          rows={12}
          writing={writing}
        >
          {writingHelp(words, slug, mine.space)}
        </PostText>
        <Pictures words={words} />
      </WritingForm>
    </div>
  );
});
