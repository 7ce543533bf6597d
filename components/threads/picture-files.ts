/** The pictures of what was dropped or pasted. Words that were copied with a picture of themselves are words. */
export function picturesIn(data: DataTransfer | null): File[] {
  if (!data || data.types.includes("text/plain")) return [];
  return [...data.files].filter(({ type }) => type.startsWith("image/"));
}
