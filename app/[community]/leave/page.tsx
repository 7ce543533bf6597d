import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { orNothing } from "@/app/_frames/or-nothing";
import { PageHead } from "@/components/shell/page-head";
import { ButtonLink } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { may } from "@/lib/access/policy";
import { currentWords } from "@/lib/page";
import { paths } from "@/lib/paths";
import { type CommunityParams, openCommunityPage } from "../open";

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await currentWords()).members.leave });

/** What ends and what stays, before the button. */
export default orNothing(async function LeavePage({ params }: { params: CommunityParams }) {
  const { community, standing, words, slug, formTo } = await openCommunityPage(params);
  if (!may.leave(standing)) redirect(paths.join(slug));
  const w = words.members.leaving;
  return (
    <div className="column">
      <PageHead title={w.title({ community: community.name })} lead={w.text} />
      <Form
        {...formTo("leave")}
        submitLabel={w.leave}
        submitKind="dan"
        beside={<ButtonLink href={paths.community(slug)}>{w.stay}</ButtonLink>}
      />
    </div>
  );
});
