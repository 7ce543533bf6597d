"use client";
import { useContext } from "react";
import { CircleAlert } from "@/components/ui/icons";
import { Refused } from "./form-state";

/** Always in the page, so that aria-describedby may point to it before there is anything to say. */
export function FieldError({ id, name, error }: { id: string; name: string; error?: string }) {
  const refused = useContext(Refused);
  const sentence = refused ? refused[name] : error;
  return (
    <span id={id} className="errmsg" data-error-for={name}>
      {sentence ? (
        <>
          <CircleAlert className="i" aria-hidden />
          <span>{sentence}</span>
        </>
      ) : null}
    </span>
  );
}
