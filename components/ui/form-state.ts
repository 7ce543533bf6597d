"use client";
import { createContext } from "react";

/** The refusal a form has just received, by field name. Undefined until one came over fetch: the server's own
 *  refusal is already in the markup. */
export const Refused = createContext<Record<string, string> | undefined>(undefined);
