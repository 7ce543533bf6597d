import { randomUUID } from "node:crypto";
import { cookies, headers } from "next/headers";
import { permanentRedirect } from "next/navigation";
import { cache } from "react";
import { movedCommunity } from "./access/find";
import { type CommunityAccess, openCommunity } from "./access/gate";
import { currentViewer } from "./access/viewer";
import { Refusal } from "./errors";
import { type Returned, returnedForm } from "./form-return";
import { paths } from "./paths";
import { chooseLocale, direction, isLocale, type Locale, regionOf, wordsFor } from "./text";

/** The language of this request: the person's choice, else this browser's choice, else what the browser asks for. */
export const currentLocale = cache(async (): Promise<Locale> => {
  const [viewer, jar, head] = await Promise.all([currentViewer(), cookies(), headers()]);
  const chosen = viewer.locale ?? jar.get("locale")?.value;
  return chooseLocale(head.get("accept-language"), isLocale(chosen) ? chosen : undefined);
});

export const currentWords = async () => wordsFor(await currentLocale());

/** What every page starts from. */
export async function openPage() {
  const [viewer, locale, returned, head] = await Promise.all([
    currentViewer(),
    currentLocale(),
    returnedForm(),
    headers(),
  ]);
  const words = wordsFor(locale);
  return {
    viewer,
    locale,
    words,
    direction: direction(locale),
    /** How dates are said to this viewer. */
    reader: { locale, zone: viewer.zone ?? "UTC", region: regionOf(head.get("accept-language"), locale) },
    /** Fetched ahead by a browser or the framework: nobody is looking yet. */
    ahead:
      head.has("next-router-prefetch") ||
      /prefetch|prerender/.test(`${head.get("sec-purpose")} ${head.get("purpose")}`),
    /** The path and query of this page, to come back to. */
    here: head.get("x-kindling-path") ?? "/",
    /** A key for one form of this page. */
    newKey: () => randomUUID() as string,
    /** What every form of this page needs: where it goes, its key, its words, and the refusal it may be coming back with. */
    form: (action: string) => ({
      action,
      formKey: randomUUID() as string,
      words: words.common.form,
      returned: returned?.action === action ? returned : undefined,
    }),
    /** The refusal to show on the form that is sent to this address. */
    returnedTo: (action: string): Returned | undefined => (returned?.action === action ? returned : undefined),
  };
}

/** Words and dates for who asks an address that answers no page. */
export async function currentReader(community: { zone: string }) {
  const [viewer, locale, head] = await Promise.all([currentViewer(), currentLocale(), headers()]);
  const region = regionOf(head.get("accept-language"), locale);
  return { words: wordsFor(locale), reader: { locale, zone: viewer.zone ?? community.zone, region } };
}

/** The community of an address, opened once a request. An address it had before is answered 308 with the new one. */
export const communityOf = cache(async (slug: string): Promise<CommunityAccess> => {
  try {
    return await openCommunity(await currentViewer(), slug);
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 404)) throw error;
    const moved = await movedCommunity(slug);
    if (!moved) throw error;
    const here = (await headers()).get("x-kindling-path") ?? paths.community(slug);
    permanentRedirect(paths.community(moved) + here.slice(slug.length + 1));
  }
});
