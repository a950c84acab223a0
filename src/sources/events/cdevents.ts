import { at, instant, isObject, text, type Json } from "./fields.ts";
import { other, refused, type EventRecord } from "./event-record.ts";

const eventType = /^dev\.cdevents\.([a-z]{1,40})\.([a-z]{1,40})\.(\d{1,4})\.(\d{1,4})\.\d{1,4}/;

/**
 * CDEvents (cdevents.dev, 0.1 to 0.5): bare, in a CloudEvents envelope (structured), or as the body beside `ce-` headers
 * (binary). Events of a version that is not known are read as the known ones and remarked on.
 */
export function readCdEvent(record: Json): EventRecord | null {
  const event = unwrapped(record);
  if (event === null) return null;
  const context = at(event, "context");
  const match = eventType.exec(text(context, "type") ?? "");
  if (match === null) return refused("its type is no CDEvents type");
  const [, subjectType, predicate, major = "0", minor = "0"] = match;
  const remark =
    Number(major) > 0 || Number(minor) > 9
      ? `${subjectType ?? ""}.${predicate ?? ""} ${major}.${minor} is newer than what is known; read all the same`
      : null;
  const id = text(context, "id");
  if (id === null) return refused("it has no id");
  const when = instant(context, "timestamp");
  const subject = at(event, "subject");
  const content = at(subject, "content");
  const custom = at(event, "customData");
  const name = text(subject, "id");
  const environment = text(at(content, "environment"), "id");
  const artifact = text(content, "artifactId");
  if (subjectType === "service" && /^(?:deployed|upgraded|rolledback)$/.test(predicate ?? "")) {
    return {
      kind: "deployment",
      id,
      application: lastPart(name),
      environment: lastPart(environment),
      version: versionOf(artifact) ?? text(custom, "version"),
      revision: commitId(text(custom, "revision") ?? text(custom, "commit")),
      startedAt: null,
      finishedAt: when,
      outcome: predicate === "rolledback" ? "rolled-back" : "succeeded",
      artifact,
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
      service: lastPart(text(at(content, "service"), "id")),
      environment: lastPart(environment),
      startedAt: isOver ? null : when,
      resolvedAt: isOver ? when : null,
      deploymentId: text(custom, "deploymentId"),
      artifact,
      remark,
    };
  }
  return other;
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
  return null;
}

/** `/services/ovens` and `ovens` are one service. */
function lastPart(name: string | null): string | null {
  if (name === null || !name.includes("/")) return name;
  return name.split("/").findLast((part) => part !== "") ?? null;
}

/** Version of a package URL, or its `tag`; of `name:tag` the tag. */
export function versionOf(artifact: string | null): string | null {
  if (artifact === null) return null;
  const query = artifact.indexOf("?");
  const tag = query < 0 ? undefined : /[?&]tag=([^&#]{1,200})/.exec(artifact.slice(query))?.[1];
  const version = tag ?? afterName(query < 0 ? artifact : artifact.slice(0, query));
  if (version === null || !version.includes("%")) return version;
  try {
    return decodeURIComponent(version);
  } catch {
    return version; // a stray percent sign: the text as it stands names the version well enough
  }
}

function afterName(artifact: string): string | null {
  const mark = Math.max(artifact.lastIndexOf("@"), artifact.lastIndexOf("/"));
  if (artifact[mark] === "@") return artifact.slice(mark + 1).split("#", 1)[0] ?? null;
  return /:([\w][\w.-]{0,127})$/.exec(artifact.slice(mark + 1))?.[1] ?? null;
}

export function commitId(value: string | null): string | null {
  return value !== null && /^[0-9a-f]{7,64}$/.test(value) ? value : null;
}
