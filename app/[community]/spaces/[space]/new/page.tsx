import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Sees } from "@/components/threads/answer-form";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openSpace, openSpaceToWrite } from "@/lib/access/gate";
import { paths } from "@/lib/paths";
import { answerWith } from "@/lib/realtime/http-events";
import { longestTitle } from "@/lib/threads/input";
import { openCommunityPage } from "../../../open";
import { Outside } from "../outside";

type Params = Promise<{ community: string; space: string }>;

export default orNothing(async function StartThreadPage({ params }: { params: Params }) {
  const { access, words, slug, formTo } = await openCommunityPage(params);
  const found = await openSpace(access, (await params).space);
  if ("outside" in found) {
    // Every address under a door, existing or not, is the same door.
    answerWith(404);
    return Outside({ access: found.outside });
  }
  const { space } = openSpaceToWrite(found.inside);
  const w = words.threads;
  const form = formTo("start-thread");
  return (
    <div className="column">
      <PageHead
        before={
          <Breadcrumb
            label={words.spaces.many}
            items={[
              { label: words.spaces.many, href: paths.spaces(slug) },
              { label: space.name, href: paths.space(slug, space.slug) },
            ]}
          />
        }
        title={w.startIn({ space: space.name })}
        lead={w.startLead}
      />
      <Form
        {...form}
        submitLabel={w.post}
        beside={<Sees audience={space.readAudience}>{w.sees[space.readAudience]}</Sees>}
      >
        <input type="hidden" name="space" value={space.slug} />
        <Field
          {...fieldProps(form.returned, "title")}
          label={w.title}
          hint={w.titleHint}
          required
          minLength={3}
          maxLength={longestTitle}
          voice
          dir="auto"
        />
        <Field
          {...fieldProps(form.returned, "text")}
          label={w.text}
          hint={w.markdown}
          type="textarea"
          rows={10}
          required
          voice
          dir="auto"
        />
      </Form>
    </div>
  );
});
