import { ProviderForms } from "@/components/accounts/provider-forms";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { fieldProps } from "@/components/ui/returned";
import { env } from "@/lib/env";
import { openPage } from "@/lib/page";
import { doing, paths, safeNext } from "@/lib/paths";
import { sentence } from "@/lib/text";
import { Door } from "../_frames/door";
import { titled } from "../_frames/titled";

export const generateMetadata = titled((words) => words.signIn);

type Query = { next?: string; problem?: string; error?: string };

export default async function SignInPage({ searchParams }: { searchParams: Promise<Query> }) {
  const { viewer, words, form } = await openPage();
  const { next: wanted, problem, error } = await searchParams;
  const next = safeNext(wanted);
  const w = words.accounts;
  if (viewer.personId)
    return (
      <Door title={w.signIn} lead={w.signedInAs({ name: viewer.name ?? "" })}>
        <ButtonLink kind="pri" href={next}>
          {w.goOn}
        </ButtonLink>
        <Form {...form(doing.account("sign-out"))} submitLabel={words.common.signOut} submitKind="sec" />
      </Door>
    );
  const signIn = form(doing.account("sign-in"));
  const link = form(doing.account("magic-link"));
  const onward = <input type="hidden" name="next" value={next} />;
  return (
    <Door
      title={w.signIn}
      below={
        <>
          {w.newHere}{" "}
          <Link className="link" href={paths.signUp(next)}>
            {w.signUp}
          </Link>
        </>
      }
    >
      {problem || error ? (
        <Notice kind="bad" title={sentence(words, `accounts.${problem ?? "providerDown"}`)} live />
      ) : null}
      <ProviderForms
        providers={env.providers.map(({ id, name }) => ({
          id,
          label: w.signInWith({ provider: name }),
          form: form(doing.account("sign-in-with")),
        }))}
        next={next}
        or={w.or}
      />
      <Form {...signIn} submitLabel={w.signIn} submitWide label={w.signIn}>
        {onward}
        <Field
          {...fieldProps(signIn.returned, "email")}
          label={w.email}
          type="email"
          required
          autoComplete="username"
        />
        <Field
          {...fieldProps(signIn.returned, "password")}
          label={w.password}
          type="password"
          reveal={{ show: w.show, hide: w.hide }}
          required
          autoComplete="current-password"
        />
        <Link className="link" href={paths.forgot}>
          {w.forgot}
        </Link>
      </Form>
      <p className="or">{w.or}</p>
      <Form {...link} submitLabel={w.linkByMail} submitKind="sec" submitWide label={w.linkByMail}>
        {onward}
        <p className="quiet">{w.linkLead}</p>
        <Field
          {...fieldProps(link.returned, "email")}
          id="f-link-email"
          label={w.email}
          type="email"
          required
          autoComplete="email"
        />
      </Form>
    </Door>
  );
}
