import { isRecord } from "../untrusted-value.ts";
import { jsonReader } from "./json-grammar.ts";
import type { LockSink } from "./lock-sink.ts";

const registries: ReadonlySet<string> = new Set(["npm", "jsr"]);
/** `@std/path@1.0.2`, `chalk@5.3.0_debug@4.0.0`: peers follow an underscore. */
const versioned = /^((?:@[^/@]+\/)?[^/@]+)@([^_]+)/;
const specifier = /^(?:(npm|jsr):)?\/?((?:@[^/@]+\/)?[^/@]+)(?:@(.*))?$/;

/**
 * deno.lock, versions 2 to 5. What the project asks for stands among the specifiers, with the version that answers; all that
 * is installed in lists for npm and JSR, seen by others only. Version 2 has both below `npm`, version 3 below `packages`.
 */
export const denoLock = jsonReader({
  isSection: (name) => name === "specifiers" || name === "packages" || registries.has(name),
  readEntry: (section, key, value, sink) => {
    if (key === null) return;
    if (section === "specifiers") readSpecifier("npm", key, value, sink);
    else if (section === "packages") readGroup("npm", key, value, sink);
    else if (key === "specifiers" || key === "packages") readGroup(section, key, value, sink);
    else readInstalled(section, key, sink);
  },
});

function readGroup(registry: string, group: string, held: unknown, sink: LockSink): void {
  if (!isRecord(held)) return;
  for (const [key, value] of Object.entries(held)) {
    if (group === "specifiers") readSpecifier(registry, key, value, sink);
    else readInstalled(registries.has(group) ? group : registry, key, sink);
  }
}

function readInstalled(registry: string, key: string, sink: LockSink): void {
  const [, name, version] = versioned.exec(key) ?? [];
  if (name !== undefined) sink.add(registry, name, version, { isNested: true });
}

/** `npm:chalk@5` → `5.3.0`; before version 4 → `npm:chalk@5.3.0`, in version 2 without a scheme. */
function readSpecifier(registry: string, key: string, value: unknown, sink: LockSink): void {
  const [, scheme = registry, name, range] = specifier.exec(key) ?? [];
  if (name === undefined || typeof value !== "string") return;
  const target = specifier.exec(value);
  const isWhole = target?.[3] !== undefined && /^(?:npm:|jsr:|@|[a-z])/i.test(value);
  const version = (isWhole ? target[3] : value)?.split("_", 1)[0];
  sink.add(scheme, name, version, range === undefined ? {} : { range });
}
