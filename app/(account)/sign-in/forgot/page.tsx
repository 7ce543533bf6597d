import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { fieldProps } from "@/components/ui/returned";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { Door } from "../../_frames/door";
import { titled } from "../../_frames/titled";

export const generateMetadata = titled((words) => words.forgotPage.title);

export default async function ForgotPage() {
  const { words, form } = await openPage();
  const w = words.accounts;
  const sent = form(doing.account("forgot"));
  return (
    <Door
      title={w.forgotPage.title}
      lead={w.forgotPage.lead}
      below={
        <Link className="link" href={paths.signIn()}>
          {w.forgotPage.back}
        </Link>
      }
    >
      <Form {...sent} submitLabel={w.forgotPage.send} submitWide>
        <Field {...fieldProps(sent.returned, "email")} label={w.email} type="email" required autoComplete="username" />
      </Form>
    </Door>
  );
}
