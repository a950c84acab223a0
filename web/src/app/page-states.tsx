import type { ReactNode } from "react";

/** The shape of the first screen while the report is unpacked. */
export function Loading(): ReactNode {
  return (
    <main className="skeleton" aria-busy="true" aria-label="Unpacking the report">
      <div className="bone bone-title" />
      <div className="bone" />
      <div className="bone bone-picture" />
    </main>
  );
}

export function Broken({ reason }: { readonly reason: string }): ReactNode {
  return (
    <main className="broken">
      <h1>The report could not be opened</h1>
      <p>{reason}</p>
      <p>
        If the file was sent to you, ask for it again: it may have been cut short. Otherwise write
        it anew with <code>fulcrum assess</code>, and open it in a browser from 2023 or later.
      </p>
    </main>
  );
}
