import { redirect } from "next/navigation";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { fieldProps } from "@/components/ui/returned";
import { readCookie } from "@/lib/accounts/cookies";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { Door } from "../../_frames/door";
import { titled } from "../../_frames/titled";

export const generateMetadata = titled((words) => words.secondStep.title);

export default async function SecondStepPage() {
  if (!(await readCookie("second"))) redirect(paths.signIn());
  const { words, form } = await openPage();
  const w = words.accounts.secondStep;
  const sent = form(doing.account("second-step"));
  return (
    <Door
      title={w.title}
      lead={w.lead}
      below={
        <Link className="link" href={paths.signIn()}>
          {w.startAgain}
        </Link>
      }
    >
      <Form {...sent} submitLabel={words.accounts.signIn} submitWide>
        <Field
          {...fieldProps(sent.returned, "code")}
          label={w.code}
          hint={w.hint}
          required
          autoFocus
          autoComplete="one-time-code"
          spellCheck={false}
          dir="ltr"
          maxLength={30}
        />
      </Form>
    </Door>
  );
}
