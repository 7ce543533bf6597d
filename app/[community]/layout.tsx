import type { ReactNode } from "react";
import NotFound from "@/app/not-found";
import { themeStyle } from "@/lib/brands/theme";
import { communityOf } from "@/lib/page";
import { orNothing, titleOrNone } from "../_frames/or-nothing";
import { CommunityFrame } from "./frame";
import { told } from "./metadata";
import type { CommunityParams } from "./open";

export const generateMetadata = titleOrNone(async ({ params }: { params: CommunityParams }) => {
  const access = await communityOf((await params).community);
  const { name, purpose } = access.community;
  return {
    ...(await told(access, { title: name, description: purpose })),
    title: { default: name, template: `%s · ${name}` },
  };
});

type Props = { children: ReactNode; params: CommunityParams };

/** Opens the community once: its colours, its frame, its pages. */
export default orNothing(async function CommunityLayout({ children, params }: Props) {
  const access = await communityOf((await params).community);
  return (
    <div data-brand className="bg-bg" style={themeStyle(access.community.colour)}>
      {await CommunityFrame({ access, children })}
    </div>
  );
}, NotFound);
