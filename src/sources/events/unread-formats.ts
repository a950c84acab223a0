import { at, isObject, text, type Json } from "./fields.ts";

/** A format that is known and not read: what it is called, and what to give instead. */
export interface UnreadFormat {
  readonly name: string;
  readonly needs: string;
}

type Test = (record: Json) => boolean;

const has =
  (...keys: readonly string[]): Test =>
  (record) =>
    keys.every((key) => Object.hasOwn(record, key));

const plain =
  "give deployments and incidents as the documented CSV or NDJSON (docs/insights/delivery.md)";

/** The first that fits; narrow ones first. */
const formats: readonly (readonly [test: Test, format: UnreadFormat])[] = [
  [
    (record) =>
      isObject(record["eventData"]) && text(at(record, "eventData"), "pipelineName") !== null,
    {
      name: "Harness's pipeline notification",
      needs: `it names neither service nor commit: ${plain}`,
    },
  ],
  [
    (record) =>
      text(at(record, "involvedObject"), "kind") !== null && Object.hasOwn(record, "reason"),
    {
      name: "a Kubernetes or Flux event",
      needs:
        "its revision is that of the deployment repository: let Fulcrum read a clone of it; of Helm releases installs and upgrades are read",
    },
  ],
  [
    (record) => (text(record, "apiVersion") ?? "").startsWith("argoproj.io/"),
    {
      name: "an object of Argo",
      needs:
        "let Fulcrum read a clone of the deployment repository, or give Applications with their status.history",
    },
  ],
  [
    (record) => text(record, "apiVersion") !== null && text(record, "kind") !== null,
    {
      name: "an object of Kubernetes",
      needs:
        "let Fulcrum read a clone of the deployment repository; objects of a cluster are no events",
    },
  ],
  [
    has("environment", "dateFinished", "dateStarted"),
    {
      name: "Sentry's list of deploys",
      needs: `it names neither application nor commit: ${plain}`,
    },
  ],
  [
    (record) => has("_links", "kind", "accesses")(record) || has("_links", "titleVerb")(record),
    {
      name: "LaunchDarkly's audit log",
      needs: "turning a flag is no deployment: leave it out",
    },
  ],
  [
    (record) => has("sha", "statuses_url", "environment", "task")(record),
    {
      name: "GitHub's list of deployments without their statuses",
      needs:
        "whether one was made stands in its statuses: put the answer of each statuses_url into it as `statuses`",
    },
  ],
  [
    (record) =>
      isObject(record["deployment"]) &&
      Object.hasOwn(at(record, "deployment"), "revision") &&
      Object.hasOwn(at(record, "deployment"), "changelog"),
    {
      name: "New Relic's deployment marker",
      needs: `it names no environment: ${plain}`,
    },
  ],
  [
    has("ProjectId", "EnvironmentId", "ReleaseId"),
    {
      name: "Octopus Deploy's list of deployments",
      needs:
        "it has ids only and no outcome: give the reporting API's rows, or the events of a subscription",
    },
  ],
  [
    (record) => isObject(record["detail"]) && text(record, "detail-type") !== null,
    {
      name: "an event of AWS EventBridge that is not CodeDeploy's",
      needs: `only "CodeDeploy Deployment State-change Notification" is read: ${plain}`,
    },
  ],
  [
    (record) => text(record, "specversion") !== null && text(record, "type") !== null,
    { name: "a CloudEvent that is no CDEvent", needs: plain },
  ],
  [
    (record) => isObject(record["message"]) && Object.hasOwn(at(record, "message"), "data"),
    {
      name: "a message of Google Pub/Sub",
      needs: "what is inside is encoded: write the decoded data, one record a line",
    },
  ],
  [
    has("Type", "TopicArn", "Message"),
    {
      name: "a message of Amazon SNS",
      needs: "write what stands in Message, one record a line",
    },
  ],
  [
    (record) => Array.isArray(record["resourceSpans"]) || Array.isArray(record["resourceLogs"]),
    { name: "OpenTelemetry data", needs: plain },
  ],
  [
    (record) =>
      Array.isArray(record["blocks"]) ||
      (Array.isArray(record["attachments"]) && !has("id")(record)),
    { name: "a chat message", needs: `it is written for people: ${plain}` },
  ],
];

/** What a record that nobody reads is; null: nobody knows. */
export function unreadFormat(record: Json): UnreadFormat | null {
  return formats.find(([test]) => test(record))?.[1] ?? null;
}

/** Names of the first keys of a record, as far as they are plain words: what it is told apart by where nobody knows it. */
export function shapeOf(record: Json): string {
  const keys = Object.keys(record)
    .slice(0, mostKeys)
    .map((key) => (/^[\w.$-]{1,40}$/.test(key) ? key : "…"));
  return keys.length === 0 ? "without keys" : `with ${keys.join(", ")}`;
}

const mostKeys = 6;
