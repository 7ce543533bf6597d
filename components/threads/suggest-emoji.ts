/** One line of the list, and what it puts in the field. */
export interface Suggestion {
  insert: string;
  label: string;
  sign?: string;
  image?: string | null;
}

const most = 8;
/** What people reach for before they have typed anything. */
const usual = ["+1", "heart", "joy", "smile", "tada", "thinking", "fire", "clap"];

let coming: Promise<string[]> | undefined;

/** The list is a file of its own that comes once, when somebody first asks for a sign. */
const all = (): Promise<string[]> => {
  coming ??= fetch("/emoji.json").then((answer) => answer.json() as Promise<string[]>);
  coming.catch(() => {
    coming = undefined;
  });
  return coming;
};

/** Signs with a name that begins so come first, then those with a further word that does. */
export async function findEmoji(typed: string): Promise<Suggestion[]> {
  const asked = typed.toLowerCase();
  const first: Suggestion[] = [];
  const later: Suggestion[] = [];
  for (const line of await all()) {
    const [sign = "", ...names] = line.split(" ");
    const wanted = (name: string) => (asked ? name.startsWith(asked) : usual.includes(name));
    const name = names.find(wanted);
    const further = name ?? names.find((one) => asked !== "" && one.includes(`_${asked}`));
    if (further) (name ? first : later).push({ insert: sign, sign, label: further.replaceAll("_", " ") });
  }
  return [...first, ...later].slice(0, most);
}
