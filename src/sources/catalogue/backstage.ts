import type { CatalogEntity, ParseProblem, ServiceReference } from "#evidence/facts.ts";
import { normaliseOwnerName, personOwner } from "#evidence/owner-name.ts";
import { serviceNameOf } from "#evidence/service-name.ts";
import type { FileSource } from "#evidence/source.ts";
import { field, isRecord, textOf, textsOf } from "../untrusted-value.ts";
import { readYamlDocuments } from "../yaml-documents.ts";
import { entity, withoutAddresses } from "./entity.ts";
import { entityRef } from "./entity-ref.ts";

const fileName = /(?:^|\/)(?:[\w.-]{1,100}[-.])?catalog-info\.ya?ml$/;
const kinds: ReadonlySet<string> = new Set(
  "Component API Resource System Domain Group User Location Template".split(" "),
);

/** Backstage's descriptor format, every kind, several documents in one file. `$text` and its like are not followed. */
export const backstageCatalogue: FileSource = {
  id: "catalog-info",
  version: 1,
  namesOwners: true,
  detect: (path) => (fileName.test(path) ? "head" : "none"),
  read: ({ text }) => {
    const { documents, problems: unread } = readYamlDocuments(text);
    const problems: ParseProblem[] = [...unread];
    const entities: CatalogEntity[] = [];
    for (const { value, line } of documents) {
      const read = entityOf(value, line);
      if ("kind" in read) entities.push(read);
      else problems.push(read.problem);
    }
    const services = entities.flatMap(referencesOf);
    return { entities, services, ...(problems.length === 0 ? {} : { problems }) };
  },
};

function entityOf(value: unknown, line: number): CatalogEntity | { problem: ParseProblem } {
  const kind = textOf(field(value, "kind"), 60);
  const name = textOf(field(value, "metadata", "name"), 200);
  if (!isRecord(value) || kind === null || name === null)
    return { problem: { code: "invalid", text: "An entity needs kind and metadata.name", line } };
  const known = [...kinds].find((each) => each.toLowerCase() === kind.toLowerCase());
  if (known === undefined)
    return { problem: { code: "unsupported", text: `Kind ${kind} is not Backstage's`, line } };
  // A user is a person: that there is one is all that is kept.
  if (known === "User") return entity({ kind: known, name: personOwner, line });
  const namespace = textOf(field(value, "metadata", "namespace"), 200);
  const spec = field(value, "spec");
  const ref = (key: string, kindOfRef: string): string | null =>
    refOf(textOf(field(spec, key)), kindOfRef, namespace);
  const refs = (key: string, kindOfRef: string): readonly string[] =>
    textsOf(field(spec, key)).flatMap((text) => refOf(text, kindOfRef, namespace) ?? []);
  return entity({
    kind: known,
    name,
    namespace,
    title: withoutAddresses(textOf(field(value, "metadata", "title"))),
    description: withoutAddresses(textOf(field(value, "metadata", "description"))),
    type: textOf(field(spec, "type"), 100),
    lifecycle: textOf(field(spec, "lifecycle"), 100),
    owner: ownerOf(textOf(field(spec, "owner")), namespace),
    system: ref("system", "system"),
    domain: ref("domain", "domain"),
    subcomponentOf: ref("subcomponentOf", "component"),
    providesApis: refs("providesApis", "api"),
    consumesApis: refs("consumesApis", "api"),
    dependsOn: refs("dependsOn", "component"),
    tags: textsOf(field(value, "metadata", "tags")),
    repository: repositoryOf(field(value, "metadata", "annotations")),
    line,
  });
}

/** References of persons (`user:…`, addresses) keep only that they are persons. */
function refOf(text: string | null, kind: string, namespace: string | null): string | null {
  if (text === null) return null;
  if (/^user:/i.test(text) || text.includes("@")) return personOwner;
  return entityRef(text, kind, namespace ?? "default");
}

/** Placeholders are no owners; a team named in plain words is kept though it is no valid reference. */
function ownerOf(text: string | null, namespace: string | null): string | null {
  if (text === null || normaliseOwnerName(text) === null) return null;
  return refOf(text, "group", namespace) ?? text;
}

function repositoryOf(annotations: unknown): string | null {
  const github = textOf(field(annotations, "github.com/project-slug"));
  if (github !== null) return `github.com/${github}`;
  const gitlab = textOf(field(annotations, "gitlab.com/project-slug"));
  return gitlab === null ? null : `gitlab.com/${gitlab}`;
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
