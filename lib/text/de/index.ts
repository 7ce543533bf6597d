import type { en } from "../en/index";
import { accounts } from "./accounts";
import { answers } from "./answers";
import { badges } from "./badges";
import { blocks } from "./blocks";
import { bookmarks } from "./bookmarks";
import { brands } from "./brands";
import { common } from "./common";
import { communities } from "./communities";
import { demo } from "./demo";
import { drafts } from "./drafts";
import { files } from "./files";
import { held } from "./held";
import { imports } from "./imports";
import { lexicon } from "./lexicon";
import { limits } from "./limits";
import { mail } from "./mail";
import { manage } from "./manage";
import { members } from "./members";
import { moderation } from "./moderation";
import { notifications } from "./notifications";
import { ordering } from "./ordering";
import { pictures } from "./pictures";
import { polls } from "./polls";
import { privacy } from "./privacy";
import { pulse } from "./pulse";
import { reactions } from "./reactions";
import { reading } from "./reading";
import { references } from "./references";
import { search } from "./search";
import { settings } from "./settings";
import { spaces } from "./spaces";
import { tags } from "./tags";
import { threads } from "./threads";
import { watching } from "./watching";

export const de: typeof en = {
  accounts,
  answers,
  badges,
  blocks,
  bookmarks,
  brands,
  common,
  communities,
  demo,
  drafts,
  files,
  lexicon,
  limits,
  held,
  imports,
  mail,
  manage,
  members,
  moderation,
  notifications,
  pictures,
  ordering,
  polls,
  privacy,
  pulse,
  reading,
  references,
  reactions,
  search,
  settings,
  spaces,
  tags,
  threads,
  watching,
};
