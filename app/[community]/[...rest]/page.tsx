import { notFound } from "next/navigation";

/** So that what is not there answers within the community, not beside it. */
export default function NowherePage() {
  notFound();
}
