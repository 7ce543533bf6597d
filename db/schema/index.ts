// The one list of tables that drizzle reads.
export * from "./accounts";
export * from "./answers";
export * from "./bookmarks";
export * from "./brands";
export * from "./communities";
export * from "./decisions";
export * from "./events";
export * from "./files";
export * from "./jobs";
export * from "./ledger";
export * from "./mail";
export * from "./people";
export * from "./reactions";
export * from "./settings";
export * from "./spaces";
export * from "./tags";
export * from "./threads";
