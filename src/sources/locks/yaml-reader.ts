import { failsafeDocuments } from "./failsafe-yaml.ts";
import type { LockSink } from "./lock-sink.ts";
import type { LockReader } from "./segment-grammar.ts";

/** A lock file in YAML that is read whole: small, or seldom changed. */
export function yamlReader(
  readRoot: (root: Record<string, unknown>, sink: LockSink) => void,
): LockReader {
  return {
    read: (text, sink) => {
      for (const root of failsafeDocuments(text)) readRoot(root, sink);
    },
    grammarOf: () => null,
  };
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
