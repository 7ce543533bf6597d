import type { Metadata } from "next";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { chosenProps, fieldProps } from "@/components/ui/returned";
import { openFlag } from "@/lib/access/gate-moderation";
import { currentWords } from "@/lib/page";
import { postAlone } from "@/lib/posts/queries";
import { referredIn } from "@/lib/references/queries";
import { one, type Search } from "../../../open";
import { PostInPlace } from "../../../t/[thread]/show";
import { openPostPage, type PostParams } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await currentWords()).moderation.flag.title,
});

/** What is flagged stands above the form, so that nobody flags the wrong one. */
export default orNothing(async function FlagPostPage({
  params,
  searchParams,
}: {
  params: PostParams;
  searchParams: Search;
}) {
  const { post: found, words, slug, reader, formTo, back } = await openPostPage(params);
  const access = openFlag(found);
  const w = words.moderation;
  const sent = one((await searchParams).sent);
  const posts = await postAlone(access);
  const referred = await referredIn(access, posts);
  const form = formTo("flag-post");
  const reasons = Object.entries(w.reasons).map(([value, label]) => ({ value, label }));
  return (
    <div className="column stack">
      <PageHead title={w.flag.title} lead={w.flag.lead} />
      {sent ? (
        <Notice
          kind="good"
          live
          title={w.flag.sent}
          actions={<ButtonLink href={back}>{words.reading.toThread}</ButtonLink>}
        />
      ) : (
        <>
          {posts.map((post) => (
            <PostInPlace key={post.id} {...{ post, access, words, reader, slug, now: new Date(), referred }} />
          ))}
          <Form
            {...form}
            submitLabel={w.flag.send}
            beside={
              <ButtonLink href={back} kind="qui">
                {words.common.cancel}
              </ButtonLink>
            }
          >
            <input type="hidden" name="post" value={access.post.id} />
            <RadioGroup {...chosenProps(form.returned, "reason")} label={w.form.reason} options={reasons} required />
            <Field
              {...fieldProps(form.returned, "text")}
              label={w.flag.text}
              hint={w.flag.textHint}
              type="textarea"
              rows={3}
              maxLength={1000}
              voice
            />
          </Form>
        </>
      )}
    </div>
  );
});
