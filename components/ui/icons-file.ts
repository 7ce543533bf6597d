/** With its version, so that browsers keep it as long as it is the same. Written by `npm run icons`. */
export const iconsFile = "/icons.svg?v=5b8da500";
