import type { ReactNode } from "react";
import { ReportError } from "#web/api/report-source.ts";

/** The shape of the first screen while its sections are unpacked. */
export function Loading(): ReactNode {
  return (
    <main className="skeleton" aria-busy="true" aria-label="Unpacking the report">
      <div className="bone bone-title" />
      <div className="bone" />
      <div className="bone bone-picture" />
    </main>
  );
}

export function Broken({ error }: { readonly error: Error }): ReactNode {
  return (
    <main className="broken">
      <h1>The report could not be opened</h1>
      <p>{error.message}</p>
      <p>
        If the file was sent to you, ask for it again: it may have been cut short. Otherwise write
        it anew with <code>fulcrum assess</code>, and open it in a browser from 2023 or later.
      </p>
    </main>
  );
}

/** One screen of many: says which part it lacks, and why. */
export function ScreenFailed({ error }: { readonly error: Error }): ReactNode {
  const part = error instanceof ReportError ? error.part : null;
  const mayComeAgain = error instanceof ReportError && error.mayComeAgain;
  return (
    <article className="screen" role="alert">
      <header className="screen-head">
        <h1 tabIndex={-1}>
          {part === null ? "This screen could not be drawn" : `Not to be opened: ${part}`}
        </h1>
        <p className="answer">{error.message}</p>
      </header>
      <p>
        {part === null
          ? "That is a fault of the screens, not of the report."
          : mayComeAgain
            ? "It may be there in a moment."
            : "The file may have been cut short or changed on its way: ask for it again, or write it anew with fulcrum assess."}{" "}
        Screens that do without it still open: <a href="#/">start from Monday</a>.
      </p>
      {mayComeAgain && <Again />}
    </article>
  );
}

/** Not even what every screen needs was answered. */
export function Unanswered({ error }: { readonly error: Error }): ReactNode {
  return (
    <main className="broken">
      <h1>The service did not answer</h1>
      <p>{error.message}</p>
      <p>
        See that <code>fulcrum serve</code> still runs, and what it says.
      </p>
      <Again />
    </main>
  );
}

/** Everything that a reader chose stands in the address. */
function Again(): ReactNode {
  return (
    <p>
      <button type="button" onClick={() => globalThis.location.reload()}>
        Try again
      </button>
    </p>
  );
}
