import { accountActs } from "./surfaces-account";
import type { Rows } from "./surfaces-acts";
import { communityActs } from "./surfaces-community";
import { communityPages, type DoorRows, otherDoors, otherPages } from "./surfaces-doors";
import { draftActs, draftForms, draftPages } from "./surfaces-drafts";
import { accountForms, communityForms } from "./surfaces-forms";
import { heldActs, heldForms, heldPages } from "./surfaces-held";
import { importActs, importForms, importPages } from "./surfaces-imports";
import { lexiconActs, lexiconForms, lexiconPages } from "./surfaces-lexicon";
import { liveActs, liveDoors } from "./surfaces-live";
import { memberActs, memberForms, memberPages } from "./surfaces-members";
import { moderationActs, moderationForms, moderationPages } from "./surfaces-moderation";
import { notificationActs, notificationForms, notificationPages } from "./surfaces-notifications";
import { orderingActs, orderingForms, orderingPages } from "./surfaces-ordering";
import { gateActs, lastActs, peopleActs } from "./surfaces-people";
import { policyActs } from "./surfaces-policy";
import { pollActs, pollForms, pollPages } from "./surfaces-polls";
import { publishingActs, publishingDoors } from "./surfaces-publishing";
import { pulseActs, pulseForms, pulsePages } from "./surfaces-pulse";
import { readingActs, readingForms, readingPages } from "./surfaces-reading";
import { referenceActs, referenceDoors } from "./surfaces-references";
import { responseActs, responseForms, responsePages } from "./surfaces-responses";
import { searchActs, searchPages } from "./surfaces-search";
import { threadActs, threadForms, threadPages } from "./surfaces-threads";
import { watchingActs, watchingForms } from "./surfaces-watching";

/** Everything a person can do or read by calling the product directly. A name may go on after a space: another case of the same act. */
export const allActs: Rows = {
  ...orderingActs,
  ...accountActs,
  ...communityActs,
  ...peopleActs,
  ...memberActs,
  ...gateActs,
  ...policyActs,
  ...threadActs,
  ...readingActs,
  ...referenceActs,
  ...pollActs,
  ...liveActs,
  ...responseActs,
  ...draftActs,
  ...heldActs,
  ...watchingActs,
  ...moderationActs,
  ...notificationActs,
  ...searchActs,
  ...publishingActs,
  ...pulseActs,
  ...importActs,
  ...lexiconActs,
  ...lastActs,
};

export const actOf = (row: string) => row.split(" ")[0]!;

/** Every page and every address that is written to. `GET /a b`: the case b of the door `GET /a`. */
export const allDoors: DoorRows = {
  ...communityPages,
  ...threadPages,
  ...memberPages,
  ...readingPages,
  ...searchPages,
  ...referenceDoors,
  ...pollPages,
  ...liveDoors,
  ...orderingPages,
  ...responsePages,
  ...draftPages,
  ...moderationPages,
  ...heldPages,
  ...notificationPages,
  ...publishingDoors,
  ...pulsePages,
  ...importPages,
  ...lexiconPages,
  ...otherPages,
  ...otherDoors,
  ...accountForms,
  ...communityForms,
  ...memberForms,
  ...threadForms,
  ...readingForms,
  ...orderingForms,
  ...pollForms,
  ...responseForms,
  ...draftForms,
  ...heldForms,
  ...watchingForms,
  ...moderationForms,
  ...notificationForms,
  ...pulseForms,
  ...importForms,
  ...lexiconForms,
};

export const doorOf = (row: string) => row.split(" ").slice(0, 2).join(" ");
