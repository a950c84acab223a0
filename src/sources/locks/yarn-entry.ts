import type { LockSink } from "./lock-sink.ts";
import { readNpmSpecifier } from "../manifests/npm/npm-specifier.ts";

/** What berry writes as the version of workspace members and links. */
const localVersion = "0.0.0-use.local";
const local = /^(?:(?:file|link|portal|workspace):|\.{0,2}\/|~\/)/;

/**
 * One entry: its key names every range that resolves to the version, `ovens@^1.0.0, ovens@^1.2.0` (berry:
 * `ovens@npm:^1.0.0`). Ranges are told as a manifest reader tells constraints, so that the two can be compared.
 */
export function readYarnEntry(key: string, version: unknown, sink: LockSink): void {
  if (version === localVersion) return;
  for (const descriptor of key.split(/, */)) {
    const at = descriptor.indexOf("@", 1);
    const range = descriptor.slice(at + 1);
    if (at === -1 || local.test(range)) continue;
    const target = readNpmSpecifier("yarn.lock", descriptor.slice(0, at), range);
    sink.add("npm", target.name, version, { range: target.constraint });
  }
}
