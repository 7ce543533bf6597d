import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { Refusal } from "@/lib/errors";
import { paths } from "@/lib/paths";
import { answerWith } from "@/lib/realtime/http-events";
import { Nothing } from "./nothing";

type Render<Props> = (props: Props) => ReactNode | Promise<ReactNode>;

/**
 * Every page and layout that opens something. What is refused as not there, or as not theirs, is answered 404, drawn by the server: the
 * framework's own notFound() leaves that to a script (vercel/next.js#62228). Whoever is not signed in is asked to, and comes back.
 * Only what is thrown by `render` itself counts, so what can be refused is opened there and not in a component beneath.
 */
export function orNothing<Props>(render: Render<Props>, nothing: () => ReactNode | Promise<ReactNode> = Nothing) {
  return async (props: Props): Promise<ReactNode> => {
    try {
      return await render(props);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 401) redirect(paths.signIn((await headers()).get("x-kindling-path") ?? undefined));
      if (![403, 404].includes(error.status)) throw error;
      answerWith(404);
      return nothing();
    }
  };
}

/** What is not there has no title of its own. */
export function titleOrNone<Props>(name: (props: Props) => Promise<Metadata>) {
  return async (props: Props): Promise<Metadata> => {
    try {
      return await name(props);
    } catch (error) {
      if (error instanceof Refusal && [401, 403, 404].includes(error.status)) return {};
      throw error;
    }
  };
}
