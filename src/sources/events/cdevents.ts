import { parseJson } from "#kernel/json-text.ts";
import { isMovingName } from "#evidence/version-names.ts";
import { at, instantOf, isObject, list, objectOf, text, textOf, type Json } from "./fields.ts";
import { other, refused, type EventRecord, type ReachedStage } from "./event-record.ts";
import { remarkOnType } from "./cdevents-types.ts";

const eventType = /^dev\.cdevents\.([a-z]{1,40})\.([a-z]{1,40})\.(\d{1,4})\.(\d{1,4})\.\d{1,4}/;
const customType = /^dev\.cdeventsx\.[a-z\d][\w-]{0,80}\.[\w-]{1,40}\.\d{1,4}\.\d{1,4}\.\d{1,4}/;

/**
 * CDEvents (cdevents.dev, 0.2 to 0.5): bare, in a CloudEvents envelope (structured), or as the body beside `ce-` headers
 * (binary). Events of a type or version that is not known are read like their nearest relative and remarked on.
 */
export function readCdEvent(record: Json): EventRecord | null {
  const event = unwrapped(record);
  if (event === null) return null;
  const context = objectOf(event["context"]);
  const type = textOf(context["type"]) ?? "";
  const parts = typeOf(type);
  if (parts === null)
    return customType.test(type) ? other : refused("its type is no CDEvents type");
  const { subjectType, predicate, remark } = parts;
  const id = textOf(context["id"]);
  if (id === null) return refused("it has no id");
  const when = instantOf(context["timestamp"]);
  const subject = objectOf(event["subject"]);
  const content = objectOf(subject["content"]);
  const custom = objectOf(event["customData"]);
  const name = textOf(subject["id"]);
  const environment = textOf(objectOf(content["environment"])["id"]);
  const artifact = textOf(content["artifactId"]);
  const chain = textOf(context["chainId"]);
  const source = textOf(context["source"]);
  if (
    subjectType === "service" &&
    (predicate === "deployed" || predicate === "upgraded" || predicate === "rolledback")
  ) {
    return {
      kind: "deployment",
      id,
      application: lastPart(name),
      environment: lastPart(environment),
      version: versionOf(artifact) ?? textOf(custom["version"]),
      revision: commitId(textOf(custom["revision"]) ?? textOf(custom["commit"])),
      startedAt: null,
      finishedAt: when,
      outcome: predicate === "rolledback" ? "rolled-back" : "succeeded",
      artifact,
      chain,
      source,
      remark,
    };
  }
  if (subjectType === "incident") {
    if (name === null) return refused("the incident has no id");
    const isOver = predicate === "resolved";
    return {
      kind: "incident",
      id,
      incident: name,
      service: lastPart(textOf(objectOf(content["service"])["id"])),
      environment: lastPart(environment),
      startedAt: isOver ? null : when,
      resolvedAt: isOver ? when : null,
      openAt: predicate === "detected" ? when : null,
      deploymentId: textOf(custom["deploymentId"]) ?? relatedEvent(context),
      artifact,
      source,
      remark,
    };
  }
  const stage = stages.get(`${subjectType}.${predicate}`);
  const made = subjectType === "artifact" ? name : artifact;
  const keys = stageKeys({ artifact: made, chain, revision: textOf(custom["revision"]) });
  if (stage === undefined || keys.length === 0)
    return remark === null ? other : { kind: "other", remark };
  return { kind: "stage", id, source, stages: [{ stage, keys, at: when }], remark };
}

/** The event that a RELATION link points at: of an incident the deployment that it is blamed on. */
function relatedEvent(context: Json): string | null {
  const link = list(context, "links").find((one) => textOf(one["linkType"]) === "RELATION");
  return link === undefined ? null : textOf(objectOf(link["target"])["contextId"]);
}

interface EventType {
  readonly subjectType: string;
  readonly predicate: string;
  readonly remark: string | null;
}

const types = new Map<string, EventType | null>();
const mostTypes = 1000;

/** The same few types come again and again: each is taken apart once. */
function typeOf(type: string): EventType | null {
  let known = types.get(type);
  if (known === undefined) {
    const [, subjectType, predicate, major, minor] = eventType.exec(type) ?? [];
    known =
      subjectType === undefined || predicate === undefined
        ? null
        : {
            subjectType,
            predicate,
            remark: remarkOnType(subjectType, predicate, Number(major), Number(minor)),
          };
    if (types.size < mostTypes) types.set(type, known);
  }
  return known;
}

const stages: ReadonlyMap<string, ReachedStage["stage"]> = new Map([
  ["change.created", "opened"],
  ["change.merged", "merged"],
  ["build.finished", "built"],
  ["artifact.packaged", "built"],
]);

/** By what a stage and a later deployment are known to be of one change: commit, artefact, chain of events. */
export function stageKeys(one: {
  readonly revision: string | null;
  readonly artifact: string | null;
  readonly chain?: string | null;
}): string[] {
  const version = commitId(versionOf(one.artifact));
  return [
    ...(commitId(one.revision) === null ? [] : [`commit ${one.revision ?? ""}`]),
    ...(one.artifact === null ? [] : [`artifact ${one.artifact}`]),
    ...(version === null ? [] : [`commit ${version}`]),
    ...(one.chain == null ? [] : [`chain ${one.chain}`]),
  ];
}

function unwrapped(record: Json): Json | null {
  if (isObject(record["context"]) && isObject(record["subject"])) return record;
  const isStructured = text(record, "specversion") !== null && text(record, "type") !== null;
  const headers = at(record, "headers");
  const isBinary = Object.keys(headers).some((key) => key.toLowerCase() === "ce-type");
  if (!isStructured && !isBinary) return null;
  for (const key of ["data", "body", "payload"]) {
    const inside = at(record, key);
    if (isObject(inside["context"])) return inside;
  }
  return fromBase64(record);
}

/** CloudEvents' structured mode for data that was sent as bytes. */
function fromBase64(record: Json): Json | null {
  const encoded = record["data_base64"];
  if (typeof encoded !== "string") return null;
  try {
    const inside: unknown = parseJson(Buffer.from(encoded, "base64").toString("utf8"));
    return isObject(inside) && isObject(inside["context"]) ? inside : null;
  } catch {
    return null; // bytes that are no JSON: the caller says that the format is not known
  }
}

/** `/services/ovens` and `ovens` are one service. */
function lastPart(name: string | null): string | null {
  if (name === null || !name.includes("/")) return name;
  return name.split("/").findLast((part) => part !== "") ?? null;
}

/** Version of a package URL, or its `tag` unless that moves (`latest`); of `name:tag` the tag. */
export function versionOf(artifact: string | null): string | null {
  if (artifact === null) return null;
  const query = artifact.indexOf("?");
  const tag = query < 0 ? undefined : /[?&]tag=([^&#]{1,200})/.exec(artifact.slice(query))?.[1];
  const isTagged = tag !== undefined && !isMovingName(tag);
  const version = isTagged
    ? tag
    : (afterName(query < 0 ? artifact : artifact.slice(0, query)) ?? tag ?? null);
  if (version === null || !version.includes("%")) return version;
  try {
    return decodeURIComponent(version);
  } catch {
    return version; // a stray percent sign: the text as it stands names the version well enough
  }
}

function afterName(artifact: string): string | null {
  let mark = artifact.length - 1;
  while (mark >= 0 && !isMark(artifact.charCodeAt(mark))) mark--;
  if (artifact.charCodeAt(mark) !== at64)
    return /:([\w][\w.-]{0,127})$/.exec(artifact.slice(mark + 1))?.[1] ?? null;
  const version = artifact.slice(mark + 1);
  return version.includes("#") ? (version.split("#", 1)[0] ?? null) : version;
}

const at64 = 64;

/** `@` or `/` */
function isMark(code: number): boolean {
  return code === at64 || code === 47;
}

export function commitId(value: string | null): string | null {
  return value !== null && /^[0-9a-f]{7,64}$/.test(value) ? value : null;
}
