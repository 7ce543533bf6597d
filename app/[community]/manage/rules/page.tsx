import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { checkProps, fieldProps } from "@/components/ui/returned";
import { ruleLimits } from "@/lib/moderation/rules/input";
import { rulesAtDesk } from "@/lib/moderation/rules/queries";
import { type CommunityParams, one, type Search } from "../../open";
import { openDeskPage } from "../open";

type Props = { params: CommunityParams; searchParams: Search };

/** What is looked at before it stands: one page, saved as a whole. */
export default orNothing(async function RulesPage({ params, searchParams }: Props) {
  const { desk, words, formTo } = await openDeskPage(params);
  const rules = await rulesAtDesk(desk);
  const w = words.held.rules;
  const form = formTo("change-rules");
  const list = (name: "heldWords" | "refusedWords" | "refusedDomains" | "allowedDomains", hint: string) => (
    <Field
      {...fieldProps(form.returned, name, rules[name].join("\n"))}
      label={w[name]}
      hint={hint}
      type="textarea"
      rows={Math.min(12, Math.max(4, rules[name].length + 1))}
      spellCheck={false}
      dir={name.endsWith("Domains") ? "ltr" : "auto"}
    />
  );
  return (
    <>
      <PageHead title={w.title} lead={w.lead} />
      {one((await searchParams).saved) !== undefined && !form.returned ? (
        <Notice kind="good" title={w.saved} live />
      ) : null}
      <div className="column">
        <Form {...form} submitLabel={w.save}>
          <input
            type="hidden"
            name="revision"
            value={typeof form.returned?.values.revision === "string" ? form.returned.values.revision : rules.revision}
          />
          <Card title={w.firstTitle} roomy>
            <Field
              {...fieldProps(form.returned, "firstPosts", String(rules.firstPosts))}
              label={w.firstPosts}
              hint={w.firstPostsHint}
              type="number"
              inputMode="numeric"
              min={0}
              max={ruleLimits.firstPosts}
              required
            />
            <p className="hint">{w.newHint}</p>
          </Card>
          <Card title={w.wordsTitle} roomy>
            {list("heldWords", w.wordsHint)}
            {list("refusedWords", w.refusedWordsHint)}
          </Card>
          <Card title={w.linksTitle} roomy>
            <Field
              {...fieldProps(
                form.returned,
                "newcomerLinks",
                rules.newcomerLinks === null ? "" : String(rules.newcomerLinks),
              )}
              label={w.newcomerLinks}
              optional={words.common.optional}
              hint={w.newcomerLinksHint}
              type="number"
              inputMode="numeric"
              min={0}
              max={ruleLimits.newcomerLinks}
            />
            {list("refusedDomains", w.refusedDomainsHint)}
            {list("allowedDomains", w.allowedDomainsHint)}
          </Card>
          <Card title={w.spamTitle} roomy>
            <Checkbox
              {...checkProps(form.returned, "spamChecks", rules.spamChecks)}
              value="on"
              label={w.spamChecks}
              hint={w.spamChecksHint}
            />
          </Card>
        </Form>
      </div>
    </>
  );
});
