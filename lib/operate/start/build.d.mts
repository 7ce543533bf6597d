/** Builds the application unless the build that is there was made from exactly these sources. */
export function build(): Promise<void>;
