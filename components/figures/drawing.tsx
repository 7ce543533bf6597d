import type { SVGProps } from "react";

/** A drawing that says what it is, or is silent because words stand beside it. */
export function Drawing({ label, ...rest }: SVGProps<SVGSVGElement> & { label?: string }) {
  return label ? <svg {...rest} role="img" aria-label={label} /> : <svg {...rest} aria-hidden />;
}
