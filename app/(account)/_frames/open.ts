import { redirect } from "next/navigation";
import { openPerson, openProvenPerson, type PersonAccess } from "@/lib/access/gate";
import { Refusal } from "@/lib/errors";
import { openPage } from "@/lib/page";
import { paths } from "@/lib/paths";

/** A page for who is signed in; the others are asked to, and come back. */
export async function openMine() {
  const page = await openPage();
  if (!page.viewer.personId) redirect(paths.signIn(page.here));
  return { ...page, access: openPerson(page.viewer) };
}

/** A page that changes how one signs in: asks for a fresh proof first, and comes back. */
export async function openProven() {
  const page = await openMine();
  return { ...page, access: provenOr(page.viewer, page.here) };
}

function provenOr(viewer: Parameters<typeof openProvenPerson>[0], here: string): PersonAccess {
  try {
    return openProvenPerson(viewer);
  } catch (error) {
    if (error instanceof Refusal && error.code === "accounts.proveAgain") redirect(paths.prove(here));
    throw error;
  }
}
