import type { en } from "../en/index";
import { accounts } from "./accounts";
import { badges } from "./badges";
import { brands } from "./brands";
import { common } from "./common";
import { communities } from "./communities";
import { demo } from "./demo";
import { files } from "./files";
import { mail } from "./mail";
import { manage } from "./manage";
import { members } from "./members";
import { moderation } from "./moderation";
import { polls } from "./polls";
import { privacy } from "./privacy";
import { settings } from "./settings";
import { spaces } from "./spaces";
import { tags } from "./tags";
import { threads } from "./threads";

export const de: typeof en = {
  accounts,
  badges,
  brands,
  common,
  communities,
  demo,
  files,
  mail,
  manage,
  members,
  moderation,
  polls,
  privacy,
  settings,
  spaces,
  tags,
  threads,
};
