import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openOwnPoll, openPoll } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { pollLimits } from "@/lib/polls/input";
import { pollToCorrect } from "@/lib/polls/queries";
import { openCommunityPage } from "../../open";

type Params = Promise<{ community: string; poll: string }>;

export default orNothing(async function CorrectPollPage({ params }: { params: Params }) {
  const { access, words, slug, formTo } = await openCommunityPage(params);
  const poll = openOwnPoll(await openPoll(access, (await params).poll));
  const { question, options } = await pollToCorrect(poll);
  const w = words.polls;
  const form = formTo("correct-poll");
  return (
    <div className="column">
      <PageHead title={w.correctTitle} lead={w.correctLead} />
      <Form
        {...form}
        submitLabel={words.common.save}
        beside={
          <ButtonLink href={paths.post(slug, poll.post.id)} kind="qui">
            {words.common.cancel}
          </ButtonLink>
        }
      >
        <input type="hidden" name="poll" value={poll.poll.id} />
        <Field
          {...fieldProps(form.returned, "pollQuestion", question)}
          label={w.question}
          maxLength={pollLimits.question}
          required
          voice
          dir="auto"
        />
        <Field
          {...fieldProps(form.returned, "pollOptions", options.join("\n"))}
          label={w.options}
          hint={w.errors.sameNumber}
          type="textarea"
          rows={6}
          required
          dir="auto"
        />
      </Form>
    </div>
  );
});
