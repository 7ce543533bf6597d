import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { chosenProps, fieldProps } from "@/components/ui/returned";
import { openMember } from "@/lib/access/gate";
import { may } from "@/lib/access/policy";
import { longestNote, moments } from "@/lib/bookmarks/input";
import { bookmarkOf } from "@/lib/bookmarks/queries";
import { refuse } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { localMinute } from "@/lib/text/zones";
import { openCommunityPage } from "../../open";

type Params = Promise<{ community: string; post: string }>;

/** One's own note and reminder; there also where the post itself is not any more. */
export default orNothing(async function BookmarkPage({ params }: { params: Params }) {
  const { access, standing, reader, words, slug, community, formTo } = await openCommunityPage(params);
  if (!may.seeMembers(standing)) throw refuse.notFound();
  const kept = await bookmarkOf(openMember(access), (await params).post);
  if (!kept) throw refuse.notFound();
  const w = words.bookmarks;
  const form = formTo("note-bookmark");
  const waits = kept.remindAt && !kept.due ? localMinute(new Date(kept.remindAt), reader.zone) : "";
  return (
    <div className="column">
      <PageHead
        title={w.editTitle}
        lead={
          kept.post ? <span lang={community.locale}>{kept.post.title || words.threads.untitled}</span> : w.notReadable
        }
      />
      <Form
        {...form}
        submitLabel={w.save}
        beside={
          <ButtonLink href={kept.post ? paths.post(slug, kept.postId) : paths.bookmarks(slug)} kind="qui">
            {words.common.cancel}
          </ButtonLink>
        }
      >
        <input type="hidden" name="post" value={kept.postId} />
        <p className="hint">{w.editLead}</p>
        <Field
          {...fieldProps(form.returned, "note", kept.note)}
          label={w.note}
          hint={w.noteHint}
          type="textarea"
          rows={3}
          maxLength={longestNote}
          dir="auto"
        />
        <RadioGroup
          {...chosenProps(form.returned, "remind", waits ? "at" : "none")}
          label={w.remind}
          options={moments.map((value) => ({ value, label: w.when[value] }))}
        />
        <Field
          {...fieldProps(form.returned, "at", waits)}
          label={w.at}
          hint={w.zone({ zone: reader.zone })}
          type="datetime-local"
        />
      </Form>
    </div>
  );
});
