import type {
  CatalogEntity,
  FileFacts,
  Inclusion,
  ParseProblem,
  ServiceReference,
} from "#evidence/facts.ts";
import { isPlaceholder, normaliseOwnerName, personOwner } from "#evidence/owner-name.ts";
import { serviceNameOf } from "#evidence/service-name.ts";
import type { FileSource, SourceFile } from "#evidence/source.ts";
import { field, isRecord, textOf, textsOf } from "../untrusted-value.ts";
import { readYamlDocuments } from "../yaml-documents.ts";
import { entity, withoutAddresses } from "./entity.ts";
import { entityRef } from "./entity-ref.ts";
import { locationTargets } from "./location-targets.ts";
import { placesIn } from "./places.ts";

const fileName =
  /(?:^|\/)(?:[\w.-]{1,100}[-._])?catalog-(?:info|entity)(?:[-._][\w.-]{1,100})?\.ya?ml$/;
/** Folders kept for descriptors of any name. */
const place =
  /(?:^|\/)(?:\.?backstage|\.?catalog(?:ue)?|catalog-(?:info|entities)|software-catalog)\/(?:[^/]{1,100}\/){0,4}[^/]{1,100}\.ya?ml$/;
const kinds: ReadonlySet<string> = new Set(
  "Component API Resource System Domain Group User Location Template".split(" "),
);

/** Backstage's descriptor format, every kind, several documents in one file. `$text` and its like are not followed. */
export const backstageCatalogue: FileSource = {
  id: "catalog-info",
  version: 3,
  endings: ["yml", "yaml"],
  namesOwners: true,
  included: "head",
  // A workflow of a CI may be called after the file that it checks.
  detect: (path) =>
    !path.startsWith(".github/") && (fileName.test(path) || place.test(path)) ? "head" : "none",
  read: readEntities,
  readServices: readEntities,
};

function readEntities({ path, text }: SourceFile): FileFacts {
  const isSure = fileName.test(path);
  if (!isSure && !text.includes("backstage.io/v1")) return {};
  const { documents, problems: unread } = readYamlDocuments(text);
  const problems: ParseProblem[] = isPlaceholderFile(text, unread) ? [template(1)] : [...unread];
  const entities: CatalogEntity[] = [];
  const includes: Inclusion[] = [];
  for (const { value, line } of documents) {
    if (!isSure && !/backstage\.io\//.test(textOf(field(value, "apiVersion")) ?? "")) continue;
    const read = entityOf(value, line);
    if ("kind" in read) {
      entities.push(read);
      if (read.kind !== "Location") continue;
      const found = locationTargets(path, field(value, "spec"));
      for (const each of found.paths.map((target) => ({ path: target, reader: "catalog-info" })))
        includes.push(each);
      for (const each of found.problems.map((one) => ({ ...one, line }))) problems.push(each);
    } else problems.push(read.problem);
  }
  const services = entities.flatMap(referencesOf);
  return {
    entities,
    services,
    ...(includes.length === 0 ? {} : { includes }),
    ...(problems.length === 0 ? {} : { problems }),
  };
}

/** What cannot be read for the marks of a templating language was never meant to be. */
function isPlaceholderFile(text: string, problems: readonly ParseProblem[]): boolean {
  return problems.length > 0 && /\{\{|\{%|<%/.test(text);
}

function template(line: number): ParseProblem {
  const text = "A template of a descriptor: its placeholders name nothing";
  return { code: "unsupported", text, line };
}

function entityOf(value: unknown, line: number): CatalogEntity | { problem: ParseProblem } {
  const kind = textOf(field(value, "kind"), 60);
  const name = textOf(field(value, "metadata", "name"), 200);
  const isTemplate = [name, textOf(field(value, "spec", "owner"))].some(
    (text) => text !== null && isPlaceholder(text),
  );
  // `name: {{ cookiecutter.name }}` is read as a map of maps.
  if (isTemplate || isRecord(field(value, "metadata", "name"))) return { problem: template(line) };
  if (!isRecord(value) || kind === null || name === null)
    return { problem: { code: "invalid", text: "An entity needs kind and metadata.name", line } };
  const known = [...kinds].find((each) => each.toLowerCase() === kind.toLowerCase());
  if (known === undefined)
    return { problem: { code: "unsupported", text: `Kind ${kind} is not Backstage's`, line } };
  // A user is a person: that there is one is all that is kept.
  if (known === "User") return entity({ kind: known, name: personOwner, line });
  const namespace = textOf(field(value, "metadata", "namespace"), 200);
  const spec = field(value, "spec");
  const annotations = field(value, "metadata", "annotations");
  const ref = (key: string, kindOfRef: string): string | null =>
    refOf(textOf(field(spec, key)), kindOfRef, namespace);
  const refs = (key: string, kindOfRef: string): readonly string[] =>
    textsOf(field(spec, key)).flatMap((text) => refOf(text, kindOfRef, namespace) ?? []);
  const title = textOf(field(value, "metadata", "title"));
  const shown = known === "Group" ? textOf(field(spec, "profile", "displayName")) : null;
  const writtenOwner = textOf(field(spec, "owner"));
  const owner = ownerOf(writtenOwner, namespace);
  const isBare = owner !== null && owner !== personOwner && !/[:/@#]/.test(writtenOwner ?? "");
  const places = placesIn(annotations);
  const aliases = known === "Group" ? aliasesIn(annotations) : [];
  return entity({
    kind: known,
    name,
    namespace,
    title: withoutAddresses(shown ?? title),
    description: withoutAddresses(textOf(field(value, "metadata", "description"))),
    type: textOf(field(spec, "type"), 100),
    lifecycle: textOf(field(spec, "lifecycle"), 100),
    owner,
    ...(isBare ? { ownerIsBare: true } : {}),
    system: ref("system", "system"),
    domain: ref("domain", "domain"),
    subcomponentOf: ref("subcomponentOf", "component"),
    providesApis: refs("providesApis", "api"),
    consumesApis: refs("consumesApis", "api"),
    dependsOn: refs("dependsOn", "component"),
    tags: textsOf(field(value, "metadata", "tags")),
    ...(places.length === 0 ? {} : { places }),
    ...(aliases.length === 0 ? {} : { aliases }),
    line,
  });
}

/** References of persons (`user:…`, addresses) keep only that they are persons. */
function refOf(text: string | null, kind: string, namespace: string | null): string | null {
  if (text === null) return null;
  if (/^user:/i.test(text) || text.includes("@")) return personOwner;
  return entityRef(text, kind, namespace ?? "default");
}

/** Placeholders are no owners; a team named in plain words or as its forge names it is kept though it is no valid reference. */
function ownerOf(text: string | null, namespace: string | null): string | null {
  if (text === null || normaliseOwnerName(text) === null) return null;
  if (/^@[\w.-]{1,100}(?:\/[\w.-]{1,100}){1,20}$/.test(text)) return text;
  return refOf(text, "group", namespace) ?? text;
}

/** A group of the catalogue that is a team of the forge. */
function aliasesIn(annotations: unknown): readonly string[] {
  const keys = ["github.com/team-slug", "gitlab.com/team-path"];
  return keys.flatMap((key) => textOf(field(annotations, key), 200) ?? []);
}

function referencesOf(found: CatalogEntity): readonly ServiceReference[] {
  const components = found.dependsOn.filter((ref) => /^(?:component|api):/.test(ref));
  return [...found.consumesApis, ...components].flatMap((ref) => {
    const name = serviceNameOf(ref.slice(ref.lastIndexOf("/") + 1));
    if (name === null) return [];
    const text = ref.slice(0, 160);
    return [
      { name, how: "catalogue", confidence: "high", text, line: found.line, scope: "runtime" },
    ] as const;
  });
}
