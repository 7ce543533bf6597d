import { notFound } from "next/navigation";

/** Nothing has an address under a space yet; what will have one asks the gate in its own file. */
export default function UnderSpacePage() {
  notFound();
}
