import { orNothing } from "@/app/_frames/or-nothing";
import { PersonCard } from "@/components/demo/person-card";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { openDemo, theSix } from "@/lib/demo/six";
import { openPage } from "@/lib/page";
import { doing, paths } from "@/lib/paths";
import { House } from "../_frames/house";
import { titled } from "./_title";

export const generateMetadata = titled((words) => words.title);

/** Six people and nobody, one click each. Not there unless this is a demonstration. */
export default orNothing(async function DemoPage() {
  const { viewer, words, form } = await openPage();
  const six = await theSix(openDemo(viewer));
  const w = words.demo;
  return (
    <House>
      <PageHead
        title={w.title}
        lead={w.lead}
        actions={
          <ButtonLink href={paths.demoMail} small>
            {w.toMailbox}
          </ButtonLink>
        }
      />
      <ul className="section grid gap-5 sm:grid-cols-2 lg:grid-cols-3">
        {six.map(({ role, personId, name, face }) => (
          <PersonCard
            key={role}
            person={{
              name,
              image: face,
              representative: role === "representative",
            }}
            part={w.people[role]}
            sees={w.sees[role]}
            now={viewer.personId === personId ? w.youAre({ name }) : undefined}
          >
            <Form {...form(doing.account("demo/be"))} submitLabel={w.be({ name })} submitKind="sec">
              <input type="hidden" name="role" value={role} />
            </Form>
          </PersonCard>
        ))}
        <PersonCard person={{ name: w.nobody }} sees={w.nobodySees} now={viewer.personId ? undefined : w.youAreNobody}>
          <Form {...form(doing.account("sign-out"))} submitLabel={w.beNobody} submitKind="qui" />
        </PersonCard>
      </ul>
    </House>
  );
});
