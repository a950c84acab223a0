import { nameControlsOfJson } from "./control-characters.ts";
import { ReportError, UnansweredError } from "./report-source.ts";

/** What the service says at an address of its API; `part` says in words what that is. Throws ReportError. */
export async function askService<Body>(
  part: string,
  path: string,
  init?: RequestInit,
): Promise<Body> {
  const response = await fetch(`/api/v1${path}`, init).catch((thrown: unknown) => {
    throw new UnansweredError(part, "The service cannot be reached.", thrown);
  });
  const text = await response.text().catch((thrown: unknown) => {
    throw new UnansweredError(part, "The answer broke off on its way.", thrown);
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the service writes it by the schemas that the types are of
  if (response.ok) return JSON.parse(nameControlsOfJson(text)) as Body;
  const kind = response.status >= 500 ? UnansweredError : ReportError;
  throw new kind(part, refusalIn(text) ?? `The service answered ${String(response.status)}.`);
}

/** What happened, and what to do, in the words of the service. */
function refusalIn(text: string): string | null {
  try {
    const problem: unknown = JSON.parse(nameControlsOfJson(text));
    if (typeof problem !== "object" || problem === null) return null;
    const { detail, next } = { detail: "", next: "", ...problem };
    return detail === "" ? null : `${detail} ${next}`;
  } catch {
    return null;
  }
}
