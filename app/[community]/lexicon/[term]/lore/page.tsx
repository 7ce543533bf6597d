import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Sees } from "@/components/threads/answer-form";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { fieldProps } from "@/components/ui/returned";
import { openTermToTell } from "@/lib/access/gate-lexicon";
import { longestLore } from "@/lib/lexicon/input";
import { termHere } from "@/lib/lexicon/queries";
import { readersOf } from "@/lib/lexicon/readers";
import { paths } from "@/lib/paths";
import { openTermPage, type TermParams } from "../../open";

/** Where a word comes from, told by a member. */
export default orNothing(async function LorePage({ params }: { params: TermParams }) {
  const { term, words, slug, formTo } = await openTermPage(params);
  const access = openTermToTell(term);
  const [{ id, term: word, lore, revision }, readers] = await Promise.all([termHere(access), readersOf(access)]);
  const w = words.lexicon;
  const form = formTo("write-lore");
  return (
    <div className="column">
      <PageHead title={w.tellTitle({ term: word })} lead={w.tellLead} />
      <Form
        {...form}
        submitLabel={w.save}
        beside={
          <>
            <ButtonLink href={paths.term(slug, id)} kind="qui">
              {words.common.cancel}
            </ButtonLink>
            <Sees audience={readers === "public" ? "everyone" : "members"}>{w.readers[readers]}</Sees>
          </>
        }
      >
        <input type="hidden" name="term" value={id} />
        <input type="hidden" name="revision" value={revision} />
        <Field
          {...fieldProps(form.returned, "text", lore?.text)}
          type="textarea"
          rows={10}
          label={w.text}
          hint={w.textHint}
          required
          maxLength={longestLore}
          voice
        />
      </Form>
    </div>
  );
});
