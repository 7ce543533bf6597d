import { redirect } from "next/navigation";
import { orNothing } from "@/app/_frames/or-nothing";
import { openPostPage, type PostParams } from "./open";

/** A post's own address outlives its moving to another thread. */
export default orNothing(async function PostPage({ params }: { params: PostParams }) {
  redirect((await openPostPage(params)).back);
});
