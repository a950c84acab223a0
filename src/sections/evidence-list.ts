import type { EvidenceItem } from "#contract/primitives.ts";
import type { EvidenceRef } from "#evidence/evidence-ref.ts";
import { digest } from "#kernel/ids.ts";

/** Facts of the report, each once: handing in a fact gives its id. */
export class EvidenceList {
  private readonly items = new Map<string, EvidenceItem>();

  add(refs: readonly EvidenceRef[]): string[] {
    return [...new Set(refs.map((ref) => this.addOne(ref)))];
  }

  list(): EvidenceItem[] {
    return [...this.items.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  private addOne(ref: EvidenceRef): string {
    const id = `evidence:${digest(ref.source, ref.repositoryId, ref.commit, ref.path, ref.line, ref.text)}`;
    const known = this.items.get(id);
    const at = isoTimeOrNull(ref.at);
    // The same fact, dated to the day by one and to the second by another: whoever comes first, the finer date stays.
    if (known !== undefined && at !== null && (known.at === null || known.at < at)) known.at = at;
    if (known === undefined) {
      this.items.set(id, {
        id,
        source: ref.source,
        repositoryId: ref.repositoryId,
        commit: ref.commit === "" ? null : ref.commit,
        path: ref.path,
        line: ref.line,
        at,
        how: ref.how,
        confidence: ref.confidence,
        text: ref.text.slice(0, 500),
      });
    }
    return id;
  }
}

/** Seconds since the epoch → UTC ISO 8601. */
export function isoTime(seconds: number): string {
  return new Date(Math.round(seconds) * 1000).toISOString();
}

export function isoTimeOrNull(seconds: number | null | undefined): string | null {
  return seconds == null || seconds <= 0 ? null : isoTime(seconds);
}
