import { nameControls } from "#web/api/control-characters.ts";
import { decimalWords, plural } from "#web/ui/words.ts";
import type { Job } from "#web/api/report-rows.ts";

const ecosystems: ReadonlyMap<string, string> = new Map(
  Object.entries({
    npm: "JavaScript",
    gem: "Ruby",
    pypi: "Python",
    maven: "Java",
    golang: "Go",
    docker: "images",
    githubactions: "workflows",
    service: "services",
  }),
);

export function ecosystemWords(ecosystem: string): string {
  return ecosystems.get(ecosystem) ?? ecosystem;
}

/** `pkg:npm/%40acme/ui` reads "@acme/ui"; the id of a capability its last part. */
export function packageWords(purl: string): string {
  const path = purl.startsWith("pkg:") ? purl.slice(purl.indexOf("/") + 1) : purl.split("!").at(-1);
  try {
    return nameControls(decodeURIComponent(path ?? purl));
  } catch (thrown) {
    // A lone % in a name that somebody else wrote.
    if (thrown instanceof URIError) return path ?? purl;
    throw thrown;
  }
}

/** Whom the shares count: teams, or repositories where most components have no known one. */
export function keepersNoun({ keepersNow }: Job): string {
  return keepersNow.unit === "team" ? "known teams" : "repositories";
}

export function keepersTitle({ keepersNow }: Job): string {
  return keepersNow.unit === "team" ? "Teams" : "Repositories";
}

export function stateWords(fragmented: boolean): string {
  return fragmented ? "fragmented" : "less than two ways";
}

/** 2.6 of 3 ways; 1.97 is not written as 2, from which on a job is fragmented. */
export function effectiveWords(job: Job, effectiveNumber: number): string {
  const shown = Math.floor(effectiveNumber * 10 + 1e-9) / 10;
  if (job.solutions.length === 1) return "1 way";
  if (shown === job.solutions.length) return `${plural(shown, "way")}, evenly used`;
  return `${decimalWords(shown)} of ${plural(job.solutions.length, "way")}`;
}
