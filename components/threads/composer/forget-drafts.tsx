"use client";

import { useEffect } from "react";
import { forgetAllHere } from "./kept-here";

/** What this browser keeps of somebody's drafts goes when they sign out, and when somebody else is signed in. */
export function ForgetDrafts({ person, signOut }: { person: string; signOut: string }) {
  useEffect(() => {
    forgetAllHere(person);
    const leaving = ({ target }: SubmitEvent) => {
      if ((target as HTMLFormElement).getAttribute("action")?.startsWith(signOut)) forgetAllHere();
    };
    document.addEventListener("submit", leaving, true);
    return () => document.removeEventListener("submit", leaving, true);
  }, [person, signOut]);
  return null;
}
