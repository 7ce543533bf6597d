import { orNothing } from "@/app/_frames/or-nothing";
import { PollFields } from "@/components/polls/poll-fields";
import { PageHead } from "@/components/shell/page-head";
import { TagField } from "@/components/tags/tag-field";
import { Sees } from "@/components/threads/answer-form";
import { PlainPreview } from "@/components/threads/composer/plain-preview";
import { SimilarThreads } from "@/components/threads/composer/similar";
import { WritingForm } from "@/components/threads/composer/writing-form";
import { PostText, ThreadTitle } from "@/components/threads/post-fields";
import { fieldProps } from "@/components/ui/returned";
import { openDraft, openSpace, openSpaceToWrite } from "@/lib/access/gate";
import { draftOf } from "@/lib/drafts/queries";
import { doing } from "@/lib/paths";
import { answerWith } from "@/lib/realtime/http-events";
import { longestTitle } from "@/lib/threads/input";
import { openCommunityPage } from "../../../open";
import { Pictures } from "../../../pictures-field";
import { pollWords } from "../../../polls/words";
import { tagFieldFor } from "../../../tags/open";
import { draftProps, writingHelp, writingOf } from "../../../writing";
import { Outside } from "../outside";
import { SpaceTrail } from "../trail";

type Params = Promise<{ community: string; space: string }>;

export default orNothing(async function StartThreadPage({ params }: { params: Params }) {
  const { access, words, slug, community, formTo } = await openCommunityPage(params);
  const found = await openSpace(access, (await params).space);
  if ("outside" in found) {
    // Every address under a door, existing or not, is the same door.
    answerWith(404);
    return Outside({ access: found.outside });
  }
  const write = openSpaceToWrite(found.inside);
  const { space } = write;
  const place = openDraft(write);
  const draft = draftProps(words, place, await draftOf(place));
  const writing = writingOf(words, access, "start-thread");
  const w = words.threads;
  const tagField = await tagFieldFor(access, words);
  const form = formTo("start-thread");
  return (
    <div className="column">
      <PageHead
        before={<SpaceTrail words={words} slug={slug} space={space} />}
        title={w.startIn({ space: space.name })}
        lead={w.startLead}
      />
      <WritingForm
        {...form}
        draft={draft}
        submitLabel={w.post}
        beside={
          <>
            <Sees audience={space.readAudience}>{w.sees[space.readAudience]}</Sees>
            <PlainPreview action={writing.preview} label={writing.words.preview} />
          </>
        }
      >
        <input type="hidden" name="space" value={space.slug} />
        <ThreadTitle
          returned={form.returned}
          label={w.title}
          hint={w.titleHint}
          stored={draft.known.title}
          longest={longestTitle}
        />
        <SimilarThreads
          search={doing.community(slug, "similar-threads")}
          lang={access.community.locale}
          words={{ similar: words.drafts.similar, one: words.drafts.similarOne, many: words.drafts.similarMany }}
        />
        <PostText
          returned={form.returned}
          label={w.text}
          hint={w.markdown}
          stored={draft.known.text}
          rows={10}
          writing={writing}
        >
          {writingHelp(words, slug, space)}
        </PostText>
        <Pictures words={words} />
        <TagField {...fieldProps(form.returned, "tags")} {...tagField} />
        <PollFields returned={form.returned} words={pollWords(words, community.zone)} />
      </WritingForm>
    </div>
  );
});
