import { redirect } from "next/navigation";
import { ProviderForms } from "@/components/accounts/provider-forms";
import { ButtonLink } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { fieldProps } from "@/components/ui/returned";
import { openVisitor } from "@/lib/access/gate";
import { lookAtDoor } from "@/lib/accounts/open-door";
import { env } from "@/lib/env";
import { openPage } from "@/lib/page";
import { doing, paths, safeNext } from "@/lib/paths";
import { Door } from "../_frames/door";
import { titled } from "../_frames/titled";

export const generateMetadata = titled((words) => words.signUp);

export default async function SignUpPage({ searchParams }: { searchParams: Promise<{ next?: string }> }) {
  const next = safeNext((await searchParams).next);
  const { viewer, words, form } = await openPage();
  if (viewer.personId) redirect(next);
  const w = words.accounts;
  const door = await lookAtDoor(openVisitor(viewer), next);
  if (door === "closed")
    return (
      <Door title={w.signUp} lead={w.errors.signUpsClosed}>
        <p className="quiet">{w.invitedOnly}</p>
        <ButtonLink href={paths.signIn(next)} wide>
          {w.signIn}
        </ButtonLink>
      </Door>
    );
  const sent = form(doing.account("sign-up"));
  return (
    <Door
      title={w.signUp}
      below={
        <>
          {w.haveAccount}{" "}
          <Link className="link" href={paths.signIn(next)}>
            {w.signIn}
          </Link>
        </>
      }
    >
      <ProviderForms
        providers={env.providers.map(({ id, name }) => ({
          id,
          label: w.signInWith({ provider: name }),
          form: form(doing.account("sign-in-with")),
        }))}
        next={next}
        or={w.or}
      />
      <Form {...sent} submitLabel={w.signUp} submitWide>
        <input type="hidden" name="next" value={next} />
        <Field
          {...fieldProps(sent.returned, "name")}
          label={w.name}
          hint={w.nameHint}
          required
          maxLength={60}
          autoComplete="name"
        />
        <Field
          {...fieldProps(sent.returned, "email")}
          label={w.email}
          hint={door === "for one address" ? w.invitedHint : undefined}
          type="email"
          required
          autoComplete="username"
        />
        <Field
          {...fieldProps(sent.returned, "password")}
          label={w.password}
          hint={w.passwordHint}
          type="password"
          reveal={{ show: w.show, hide: w.hide }}
          required
          minLength={10}
          autoComplete="new-password"
        />
      </Form>
    </Door>
  );
}
