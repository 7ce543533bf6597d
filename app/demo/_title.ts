import { titleOrNone } from "@/app/_frames/or-nothing";
import { openDemo } from "@/lib/demo/six";
import { openPage } from "@/lib/page";
import type { Words } from "@/lib/text";

export const titled = (title: (words: Words["demo"]) => string) =>
  titleOrNone(async () => {
    const { viewer, words } = await openPage();
    openDemo(viewer);
    return { title: title(words.demo) };
  });
