/** The part of a page of posts that a thread shows in place. */
export const inPlaceId = "in-place";
