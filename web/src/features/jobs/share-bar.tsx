import type { ReactNode } from "react";
import { listWords, percentWords } from "#web/ui/words.ts";
import type { Job } from "#web/api/report-rows.ts";
import { packageWords } from "./job-words.ts";

const named = 3;

/** Owners by solution, as one bar and in words: the words carry the meaning, the tints only part the pieces. */
export function ShareBar({ job }: { readonly job: Job }): ReactNode {
  const parts = job.solutions.filter((one) => (one.share ?? 0) > 0);
  return (
    <>
      {parts.length > 0 && (
        <span className="share-bar" aria-hidden="true">
          {parts.map((one) => (
            <span
              key={one.package}
              className={one.capabilityId === null ? "" : "is-own"}
              style={{ width: `${(one.share ?? 0) * 100}%` }}
            />
          ))}
        </span>
      )}
      <small className="share-words">{shareWords(job)}</small>
    </>
  );
}

export function shareWords({ solutions }: Job): string {
  const words = solutions
    .slice(0, named)
    .map((one) =>
      one.share === null
        ? packageWords(one.package)
        : `${packageWords(one.package)} ${percentWords(one.share)}`,
    );
  const more = solutions.length - words.length;
  return listWords(more > 0 ? [...words, `${more} more`] : words);
}
