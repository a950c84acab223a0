import { parseGitLocation } from "../manifests/git-location.ts";
import { field, isRecord } from "../untrusted-value.ts";
import { jsonReader } from "./json-grammar.ts";
import { lineReader } from "./line-grammar.ts";
import type { LockSink } from "./lock-sink.ts";
import { yamlReader } from "./yaml-reader.ts";

const ownSources: ReadonlySet<unknown> = new Set(["path", "sdk"]);

/** pubspec.lock (Dart, Flutter); what is there for others' sake is `transitive`. */
export const pubspecLock = yamlReader((root, sink) => {
  const packages = field(root, "packages");
  if (!isRecord(packages)) return;
  for (const [key, held] of Object.entries(packages)) {
    if (ownSources.has(field(held, "source"))) continue;
    const told = field(held, "description", "name");
    sink.add("pub", typeof told === "string" ? told : key, field(held, "version"), {
      isNested: field(held, "dependency") === "transitive",
    });
  }
});

/** Package.resolved (SwiftPM), versions 1 to 3: pins by the address of their repository, or by name in a registry. */
export const swiftLock = jsonReader({
  isSection: (name) => name === "pins" || name === "object",
  readEntry: (section, key, value, sink) => {
    if (section === "pins") readPin(value, sink);
    else if (key === "pins" && Array.isArray(value)) for (const pin of value) readPin(pin, sink);
  },
});

function readPin(pin: unknown, sink: LockSink): void {
  const kind = field(pin, "kind");
  if (kind === "localSourceControl" || kind === "fileSystem") return;
  const version = field(pin, "state", "version") ?? field(pin, "state", "revision");
  const identity = field(pin, "identity");
  const dot = kind === "registry" && typeof identity === "string" ? identity.indexOf(".") : -1;
  if (dot > 0 && typeof identity === "string")
    sink.add("swift", identity.slice(dot + 1), version, {
      parts: { namespace: identity.slice(0, dot) },
    });
  const location = field(pin, "location") ?? field(pin, "repositoryURL");
  if (typeof location === "string") addRepository(location, version, sink);
}

/** As the repository itself and as the Swift package that it holds: manifests name either. */
function addRepository(location: string, version: unknown, sink: LockSink): void {
  const found = parseGitLocation(location);
  if (found === null) return;
  const { type, name, namespace, qualifiers } = found;
  sink.add(type, name, version, {
    parts: {
      ...(namespace === undefined ? {} : { namespace }),
      ...(qualifiers === undefined ? {} : { qualifiers }),
    },
  });
  const place = URL.canParse(found.origin) ? new URL(found.origin) : null;
  if (place !== null) sink.add("swift", `${place.host}${place.pathname}`, version);
}

const cartEntry = /^(github|git|binary) "([^"]{1,1000})" "([^"]{1,200})"/;

/** Cartfile.resolved (Carthage): `github "acme/Rail" "1.2.0"`. */
export const carthageLock = lineReader("Cartfile.resolved", {
  initial: "",
  depth: 1,
  readLine: (line, context, sink) => {
    const [, kind, place = "", version] = cartEntry.exec(line) ?? [];
    const isShort = kind === "github" && !place.includes(":");
    if (kind === "github" || kind === "git")
      addRepository(isShort ? `https://github.com/${place}` : place, version, sink);
    return context;
  },
  sortKey: (line) => line,
});

const pod = /^ {2}- "?([^\s("/]{1,200})(?:\/[^\s("]{1,200})? \(([^)\s]{1,200})\)"?:?$/;
const podHeading = /^([A-Z][A-Z ]{1,40}):/;

/** Podfile.lock (CocoaPods): pods and their parts (`Rail/Core`) below `PODS`; deeper lines say what these depend on. */
export const podfileLock = lineReader("Podfile.lock", {
  initial: "",
  depth: 3,
  readLine: (line, context, sink) => {
    const heading = podHeading.exec(line)?.[1];
    if (heading !== undefined) return heading;
    const [, name, version] = context === "PODS" ? (pod.exec(line) ?? []) : [];
    if (name !== undefined) sink.add("cocoapods", name, version);
    return context;
  },
  sortKey: (line) => line,
});
