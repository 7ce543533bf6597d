/** The part of the page of keys that the dialog shows. */
export const keysId = "keys";
