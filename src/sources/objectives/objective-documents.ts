import type { ParseProblem } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { DeclaredObjective } from "#evidence/objectives.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { readYamlDocuments } from "../yaml-documents.ts";
import { ObjectiveNode } from "./objective-node.ts";
import { openSloObject } from "./openslo.ts";
import { pyrraObjective } from "./pyrra.ts";
import { slothObjectives } from "./sloth.ts";

/** `slo` as a word of its own: `api-slo.yaml`, `slos/api.yml`, `openslo/`; not `slots.yaml`. */
const objectiveWord =
  /(?:^|[/._-])(?:slos?|openslo|sloth|pyrra|service-level-objectives?)(?:[/._-]|$)/i;
const yaml = /\.ya?ml$/i;
const mark =
  /^(?:- {1,10})?["']?(?:apiVersion["']?: {1,10}["']?(?:openslo|sloth\.slok\.dev|pyrra\.dev|n9\/v|sre\.google\.com\/v|metrics\.keptn\.sh)|version["']?: {1,10}["']?prometheus\/v1)/m;

/** Whether a text holds a document of objectives, told by its version. */
export function holdsObjectives(text: string): boolean {
  return mark.test(text);
}

export interface ObjectiveDocuments {
  readonly objectives: readonly DeclaredObjective[];
  readonly problems: readonly ParseProblem[];
}

/** Every object that can be read; a bad document becomes a problem and leaves the others alone. Never throws. */
export function readObjectives(text: string): ObjectiveDocuments {
  const { documents, problems: unread } = readYamlDocuments(text);
  const problems: ParseProblem[] = [...unread];
  const objectives = documents.flatMap((document) =>
    objectsOf(new ObjectiveNode(document, problems, document.value, [])),
  );
  return { objectives, problems };
}

/** Documents of other formats say nothing here: folders of objectives hold kustomizations and values, too. */
function objectsOf(node: ObjectiveNode): readonly DeclaredObjective[] {
  // OpenSLO's own tools write several objects as one sequence as well, Kubernetes' as a List.
  if (node.isList) return node.items().flatMap(objectOf);
  const isList = node.at("apiVersion").text(60) === "v1" && node.at("kind").text(60) === "List";
  return isList ? node.at("items").items().flatMap(objectOf) : objectOf(node);
}

function objectOf(node: ObjectiveNode): readonly DeclaredObjective[] {
  const version = node.at("apiVersion").text(60) ?? "";
  const kind = node.at("kind").text(60) ?? "";
  if (version === "openslo/v1") return listOf(openSloObject(node));
  if (version === "sloth.slok.dev/v1" && kind === "PrometheusServiceLevel")
    return slothObjectives(node, true);
  if (node.at("version").text(60) === "prometheus/v1" && node.at("slos").isPresent)
    return slothObjectives(node, false);
  if (version === "pyrra.dev/v1alpha1" && kind === "ServiceLevelObjective")
    return listOf(pyrraObjective(node));
  const unread = unreadForm(node, version, kind);
  if (unread !== null) node.unsupported(unread);
  return [];
}

/** Objectives in a form that is not read, in words; null: none. */
function unreadForm(node: ObjectiveNode, version: string, kind: string): string | null {
  const tool = otherTools.find(([start]) => version.toLowerCase().startsWith(start))?.[1];
  if (tool === "OpenSLO") return `${version} is not read: convert it to openslo/v1`;
  if (tool !== undefined && objectiveKinds.test(kind))
    return `${version} of ${tool} is not read: write it as openslo/v1`;
  const slothVersion = node.at("version").text(60) ?? "";
  if (slothVersion.startsWith("prometheus/v") && node.at("slos").isPresent)
    return `${slothVersion} of Sloth is not read: write it as openslo/v1`;
  const plain = plainForms.find(([keys]) => keys.every((key) => node.at(key).isPresent))?.[1];
  return plain === undefined
    ? null
    : `objectives of ${plain} are not read: write them as openslo/v1`;
}

const objectiveKinds =
  /^(?:SLO|ServiceLevelObjective|PrometheusServiceLevel|Analysis(?:Definition|ValueTemplate)?)$/;

/** By the beginning of their version, in lower case. */
const otherTools = [
  ["openslo/", "OpenSLO"],
  ["openslo.com/", "OpenSLO"],
  ["n9/", "Nobl9"],
  ["sre.google.com/", "Google's SLO generator"],
  ["sloth.slok.dev/", "Sloth"],
  ["pyrra.dev/", "Pyrra"],
  ["metrics.keptn.sh/", "Keptn"],
] as const;

/** Files that name no version of a format, by the keys that they all have. */
const plainForms: readonly (readonly [keys: readonly string[], tool: string])[] = [
  [["spec_version", "objectives"], "Keptn"],
  [["slo_name", "slo_target"], "Google's SLO generator"],
];

function listOf(found: DeclaredObjective | null): readonly DeclaredObjective[] {
  return found === null ? [] : [found];
}

/** OpenSLO v1, Sloth and Pyrra documents. */
export const objectiveDocuments: FileSource = {
  id: "objectives",
  version: 4,
  endings: ["yml", "yaml"],
  detect: (path) =>
    yaml.test(path) && objectiveWord.test(path) && !isForeignPath(path) && !isTestPath(path)
      ? "head"
      : "none",
  read: ({ text }) => {
    const { objectives, problems } = readObjectives(text);
    return {
      ...(objectives.length === 0 ? {} : { objectives }),
      ...(problems.length === 0 ? {} : { problems }),
    };
  },
};
