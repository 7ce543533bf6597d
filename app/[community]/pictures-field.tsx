import { PicturesField } from "@/components/threads/pictures-field";
import { paths } from "@/lib/paths";
import { mostPictures } from "@/lib/pictures/input";
import type { Words } from "@/lib/text";

/** Pictures for the text of this page's form. */
export function Pictures({ words }: { words: Words }) {
  const { errors, ...own } = words.pictures;
  return <PicturesField field="f-text" action={paths.uploads} most={mostPictures} words={own} />;
}
