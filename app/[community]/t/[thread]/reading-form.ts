/** The id of the one form of a page of posts that says how far somebody has read; each post has a button of it. */
export const readingForm = "reading";
