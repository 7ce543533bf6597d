import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { paths } from "@/lib/paths";
import { type MemberParams, openMemberPage } from "../open";

export const metadata: Metadata = { robots: "noindex" };

/** What it means, before the button. */
export default orNothing(async function BlockPage({ params }: { params: MemberParams }) {
  const { person, self, words, slug, formTo } = await openMemberPage(params);
  const back = paths.member(slug, person.id);
  if (self || person.blocked) redirect(back);
  const w = words.blocks;
  return (
    <div className="column">
      <PageHead title={w.title({ name: person.name ?? words.members.gone })} lead={w.text} />
      <div className="blockwhat">
        <h2 className="h3">{w.what.title}</h2>
        <ul>
          <li>{w.what.posts}</li>
          <li>{w.what.lists}</li>
          <li>{w.what.news}</li>
          <li>{w.what.presence}</li>
        </ul>
        <p className="quiet">{w.what.stays}</p>
      </div>
      <Form
        {...formTo("block")}
        submitLabel={w.block}
        submitKind="dan"
        beside={<ButtonLink href={back}>{w.stay}</ButtonLink>}
      >
        <input type="hidden" name="person" value={person.id} />
      </Form>
    </div>
  );
});
