import { Fragment, type ReactNode } from "react";

/** A sentence of the report: what stands between backticks in it is code. */
export function Prose({ children }: { readonly children: string }): ReactNode {
  return children
    .split("`")
    .map((part, index) =>
      index % 2 === 0 ? <Fragment key={index}>{part}</Fragment> : <code key={index}>{part}</code>,
    );
}

/** A name before a colon is written as its repository writes it: `oven-kit: 3 upgrades`. */
const named = /^[^\s:]{0,200}[-_/.@][^\s:]{0,200}: /;

/** Notes of the engine begin small and end bare; on a screen they are sentences. */
export function sentence(note: string): string {
  const text = note.trim();
  const ended = /[.!?…]$/u.test(text) ? text : `${text}.`;
  if (named.test(ended)) return ended;
  return `${ended.slice(0, 1).toUpperCase()}${ended.slice(1)}`;
}
