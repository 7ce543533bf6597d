import type { CSSProperties } from "react";

export type Person = {
  name: string;
  image?: string | null;
  /** Left out: taken from the name, so a person keeps a colour. */
  hue?: number;
  representative?: boolean;
};

/** Decorative where the name stands beside it; pass `alone` where it does not. */
export function Avatar({
  name,
  image,
  hue,
  representative,
  size = 36,
  alone,
}: Person & { size?: number; alone?: boolean }) {
  const style = { "--z": `${size}px`, "--h": hue ?? hueOf(name) } as CSSProperties;
  return (
    <span
      className={representative ? "av rep" : "av"}
      style={style}
      {...(alone ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": true })}
    >
      {image ? (
        // biome-ignore lint/performance/noImgElement: our own file route already answers in the right size
        <img src={image} alt="" width={size} height={size} loading="lazy" decoding="async" />
      ) : (
        initials(name)
      )}
    </span>
  );
}

function initials(name: string) {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  return letters
    .map((word) => [...(word ?? "")][0] ?? "")
    .join("")
    .toLocaleUpperCase();
}

function hueOf(name: string) {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + letter.codePointAt(0)!) % 3600;
  return (sum % 24) * 15;
}
