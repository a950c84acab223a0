import { Fragment, type ReactNode } from "react";

/** A sentence of the report: what stands between backticks in it is code. */
export function Prose({ children }: { readonly children: string }): ReactNode {
  return children
    .split("`")
    .map((part, index) =>
      index % 2 === 0 ? <Fragment key={index}>{part}</Fragment> : <code key={index}>{part}</code>,
    );
}

/** Notes of the engine begin small and end bare; on a screen they are sentences. */
export function sentence(note: string): string {
  const text = note.trim();
  const ended = /[.!?…]$/u.test(text) ? text : `${text}.`;
  return `${ended.slice(0, 1).toUpperCase()}${ended.slice(1)}`;
}
