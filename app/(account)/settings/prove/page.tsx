import { ProviderForms } from "@/components/accounts/provider-forms";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Notice } from "@/components/ui/notice";
import { fieldProps } from "@/components/ui/returned";
import { myAccount, myProviders } from "@/lib/accounts/queries";
import { saysWhen } from "@/lib/auth";
import { env } from "@/lib/env";
import { doing, safeNext } from "@/lib/paths";
import { sentence } from "@/lib/text";
import { Door } from "../../_frames/door";
import { openMine } from "../../_frames/open";
import { titled } from "../../_frames/titled";

export const generateMetadata = titled((words) => words.prove.title);

type Query = { next?: string; problem?: string };

/** Offers what the account has: a password, a code, a provider; and the mailbox, which everybody has. */
export default async function ProvePage({ searchParams }: { searchParams: Promise<Query> }) {
  const { access, words, form } = await openMine();
  const [me, linked, query] = await Promise.all([myAccount(access), myProviders(access), searchParams]);
  const w = words.accounts;
  const onward = <input type="hidden" name="next" value={safeNext(query.next)} />;
  const sent = form(doing.account("prove"));
  return (
    <Door title={w.prove.title} lead={w.prove.lead}>
      {query.problem ? <Notice kind="bad" title={sentence(words, `accounts.${query.problem}`)} live /> : null}
      {me.passwordSince || me.secondStepSince ? (
        <Form {...sent} submitLabel={w.prove.byPassword} submitWide>
          {onward}
          {me.passwordSince ? (
            <Field
              {...fieldProps(sent.returned, "password")}
              label={w.password}
              type="password"
              reveal={{ show: w.show, hide: w.hide }}
              autoFocus
              autoComplete="current-password"
            />
          ) : null}
          {me.secondStepSince ? (
            <Field
              {...fieldProps(sent.returned, "code")}
              label={me.passwordSince ? w.prove.code : w.prove.codeOnly}
              autoComplete="one-time-code"
              dir="ltr"
              maxLength={30}
            />
          ) : null}
        </Form>
      ) : null}
      <ProviderForms
        providers={env.providers
          .filter((provider) => linked.has(provider.id) && saysWhen(provider))
          .map(({ id, name }) => ({
            id,
            label: w.signInWith({ provider: name }),
            form: form(doing.account("prove-with")),
          }))}
        next={safeNext(query.next)}
        or={w.or}
      />
      <Form {...form(doing.account("magic-link"))} submitLabel={w.linkByMail} submitKind="sec" submitWide>
        {onward}
        <input type="hidden" name="email" value={me.email ?? ""} />
        <p className="quiet">{w.prove.byMailLead}</p>
      </Form>
    </Door>
  );
}
