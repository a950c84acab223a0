import type { CatalogEntity, NamedRepository, ParseProblem } from "#evidence/facts.ts";
import { isPlaceholder, normaliseOwnerName, personOwner } from "#evidence/owner-name.ts";
import type { FileSource } from "#evidence/source.ts";
import { field, isRecord, textOf, textsOf } from "../untrusted-value.ts";
import { readYamlDocuments } from "../yaml-documents.ts";
import { entity, withoutAddresses } from "./entity.ts";
import { placeAt } from "./places.ts";

type Described = Pick<CatalogEntity, "name"> & Partial<CatalogEntity>;

/** Reads one kind of descriptor: each document says what it describes, or nothing. */
function descriptorSource(
  id: string,
  fileName: RegExp,
  read: (value: unknown) => readonly Described[],
): FileSource {
  return {
    id,
    version: 2,
    endings: ["yml", "yaml"],
    namesOwners: true,
    detect: (path) => (fileName.test(path) ? "head" : "none"),
    read: ({ text }) => {
      const { documents, problems: unread } = readYamlDocuments(text);
      const problems: ParseProblem[] = [...unread];
      const entities = documents.flatMap(({ value, line }) => {
        const found = read(value).filter(({ name }) => !isPlaceholder(name));
        if (found.length === 0 && isRecord(value) && !isOther(value))
          problems.push({
            code: "unsupported",
            text: "Nothing in it is a component with a name",
            line,
          });
        return found.map((one) => entity({ kind: "Component", ...one, line }));
      });
      return { entities, ...(problems.length === 0 ? {} : { problems }) };
    },
  };
}

/** Teams, scorecards and repositories are described in such files as well. */
function isOther(value: unknown): boolean {
  const kind = textOf(field(value, "info", "x-cortex-type")) ?? textOf(field(value, "kind"));
  return kind !== null || isRecord(field(value, "repository"));
}

/** Compares as a group; persons and placeholders are none. */
function ownerOf(value: unknown): string | null {
  const text = textOf(value);
  if (text === null || normaliseOwnerName(text) === null) return null;
  return /^user:|[^\s@]@[^\s@]/i.test(text) ? personOwner : text;
}

/** OpsLevel: `opslevel.yml`, a component (earlier: service) with the alias of its team. */
export const opslevelDescriptor = descriptorSource(
  "opslevel",
  /(?:^|\/)\.?opslevel\.ya?ml$/,
  (value) =>
    ["component", "service"].flatMap((key) => {
      const service = field(value, key);
      const name = textOf(field(service, "name"), 200);
      return name === null
        ? []
        : [
            {
              name,
              description: withoutAddresses(textOf(field(service, "description"))),
              type: textOf(field(service, "type"), 100),
              lifecycle: textOf(field(service, "lifecycle"), 100),
              owner: ownerOf(field(service, "owner")),
              system: textOf(field(service, "system"), 100),
              tags: textsOf(field(service, "tags")),
            },
          ];
    }),
);

/** Cortex: `cortex.yaml` and files below `.cortex/`, the form of OpenAPI with fields of its own. */
export const cortexDescriptor = descriptorSource(
  "cortex",
  /(?:^|\/)(?:(?:[\w-]{1,60}[-.])?cortex(?:[-.][\w-]{1,60})?\.ya?ml|\.cortex\/(?:[^/]{1,100}\/){0,3}[^/]{1,100}\.ya?ml)$/,
  (value) => {
    const info = field(value, "info");
    const name = textOf(field(info, "x-cortex-tag"), 200) ?? textOf(field(info, "title"), 200);
    const isTeam = /^(?:team|domain)$/i.test(textOf(field(info, "x-cortex-type")) ?? "");
    if (name === null || isTeam) return [];
    const owners = field(info, "x-cortex-owners");
    const listed: readonly unknown[] = Array.isArray(owners) ? owners : [];
    const groups = listed.flatMap((one) =>
      /^email$/i.test(textOf(field(one, "type")) ?? "") ? [] : (ownerOf(field(one, "name")) ?? []),
    );
    return (
      groups.length > 0 ? groups.slice(0, 3) : listed.length > 0 ? [personOwner] : [null]
    ).map((owner) => ({
      name,
      title: withoutAddresses(textOf(field(info, "title"))),
      description: withoutAddresses(textOf(field(info, "description"))),
      type: textOf(field(info, "x-cortex-type"), 100),
      owner,
      ...placesOf(cortexPlaces(field(info, "x-cortex-git"))),
    }));
  },
);

function cortexPlaces(git: unknown): readonly NamedRepository[] {
  return ["github", "gitlab", "bitbucket", "azure"].flatMap((forge) => {
    const path = textOf(field(git, forge, "repository"));
    if (path === null || !path.includes("/")) return [];
    const folder = textOf(field(git, forge, "basepath")) ?? textOf(field(git, forge, "basePath"));
    return [{ host: null, path, folder: folder?.replaceAll(/^\.?\/|\/$/g, "") ?? null }];
  });
}

/** Datadog: `service.datadog.yaml` (v1 to v2.2, one service a document) and `entity.datadog.yaml` (v3). */
export const datadogDescriptor = descriptorSource(
  "datadog",
  /(?:^|\/)(?:service|entity)\.datadog\.ya?ml$/,
  (value) => {
    const isEntity = textOf(field(value, "apiVersion"))?.startsWith("v3") === true;
    const name = isEntity
      ? textOf(field(value, "metadata", "name"), 200)
      : (textOf(field(value, "dd-service"), 200) ??
        textOf(field(value, "info", "dd-service"), 200));
    if (name === null) return [];
    if (!isEntity)
      return [
        {
          name,
          description: withoutAddresses(
            textOf(field(value, "description") ?? field(value, "info", "description")),
          ),
          type: textOf(field(value, "type"), 100),
          lifecycle: textOf(field(value, "lifecycle"), 100),
          owner: ownerOf(field(value, "team") ?? field(value, "org", "team")),
          system: textOf(field(value, "application") ?? field(value, "org", "application"), 100),
        },
      ];
    const kind = textOf(field(value, "kind"))?.toLowerCase() ?? "service";
    const more: unknown = field(value, "metadata", "additionalOwners");
    const further = (Array.isArray(more) ? more : [])
      .slice(0, 2)
      .flatMap((one: unknown) =>
        /^(?:operator|contact)$/i.test(textOf(field(one, "type")) ?? "")
          ? []
          : (ownerOf(field(one, "name")) ?? []),
      );
    const owner = ownerOf(field(value, "metadata", "owner"));
    return [...new Set([owner, ...further])]
      .filter((one, _, all) => one !== null || all.length === 1)
      .map((one) => ({
        kind:
          kind === "system"
            ? "System"
            : kind === "api"
              ? "API"
              : kind === "service"
                ? "Component"
                : "Resource",
        name,
        title: withoutAddresses(textOf(field(value, "metadata", "displayName"))),
        description: withoutAddresses(textOf(field(value, "metadata", "description"))),
        type: textOf(field(value, "spec", "type"), 100),
        lifecycle: textOf(field(value, "spec", "lifecycle"), 100),
        owner: one,
        ...placesOf(datadogPlaces(field(value, "datadog", "codeLocations"))),
      }));
  },
);

function datadogPlaces(locations: unknown): readonly NamedRepository[] {
  const listed: readonly unknown[] = Array.isArray(locations) ? locations : [];
  return listed.slice(0, 10).flatMap((one) => {
    const url = textOf(field(one, "repositoryURL"));
    const place = url === null ? null : placeAt(url);
    const path = textsOf(field(one, "paths"))[0]?.replaceAll(/^\/|\/?\*{0,2}$/g, "") ?? "";
    return place === null ? [] : [{ ...place, folder: path === "" ? place.folder : path }];
  });
}

/** Port: `port.yml`, entities of blueprints; the owner stands in `team` or in a relation to one. */
export const portDescriptor = descriptorSource(
  "port",
  /(?:^|\/)(?:port|\.port\/[^/]{1,100})\.ya?ml$/,
  (value) => {
    const items: readonly unknown[] = Array.isArray(value) ? value : [value];
    return items.slice(0, 500).flatMap((item) => {
      const name = textOf(field(item, "identifier"), 200);
      const blueprint = textOf(field(item, "blueprint"), 100);
      if (
        name === null ||
        blueprint === null ||
        !/service|component|micro|app|package|repo|librar/i.test(blueprint)
      )
        return [];
      const relations = ["team", "owning_team", "owningTeam", "owner", "owned_by"].map((key) =>
        textOf(field(item, "relations", key)),
      );
      const team = textsOf(field(item, "team"))[0] ?? relations.find((one) => one !== null) ?? null;
      return [
        {
          name,
          title: withoutAddresses(textOf(field(item, "title"))),
          type: textOf(field(item, "properties", "type"), 100) ?? blueprint,
          lifecycle: textOf(field(item, "properties", "lifecycle"), 100),
          owner: ownerOf(team),
        },
      ];
    });
  },
);

function placesOf(places: readonly NamedRepository[]): Pick<CatalogEntity, "places"> {
  return places.length === 0 ? {} : { places };
}
