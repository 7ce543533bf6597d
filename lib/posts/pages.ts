// Pure, for pages and queries alike.

/** Posts of one page; page n is the positions 20(n-1)+1 to 20n, whatever was removed among them. */
export const postsAPage = 20;
export const pageOf = (position: number): number => Math.max(1, Math.ceil(position / postsAPage));
