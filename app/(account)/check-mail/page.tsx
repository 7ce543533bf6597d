import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { readSealed } from "@/lib/accounts/cookies";
import type { Waiting } from "@/lib/accounts/links";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { Door } from "../_frames/door";
import { titled } from "../_frames/titled";

export const generateMetadata = titled((words) => words.checkMail.title);

type Query = { for?: string; again?: string };

export default async function CheckMailPage({ searchParams }: { searchParams: Promise<Query> }) {
  const [{ for: asked, again }, waiting, { viewer, words, form }] = await Promise.all([
    searchParams,
    readSealed<Waiting>("waiting"),
    openPage(),
  ]);
  const w = words.accounts.checkMail;
  if (asked === "link" || asked === "reset")
    return (
      <Door
        title={w.title}
        lead={w[asked]}
        below={
          <Link className="link" href={paths.signIn()}>
            {words.accounts.forgotPage.back}
          </Link>
        }
      />
    );
  return (
    <Door
      title={w.title}
      lead={waiting ? w.signUp({ email: waiting.email }) : w.signUpSomewhere}
      below={
        viewer.personId ? null : (
          <Link className="link" href={paths.signUp()}>
            {w.otherAddress}
          </Link>
        )
      }
    >
      {again ? <Notice kind="good" title={w.sentAgain} live /> : null}
      <p className="quiet">{w.nothing}</p>
      <Form {...form(doing.account("resend-verification"))} submitLabel={w.again} submitKind="sec" submitWide />
    </Door>
  );
}
