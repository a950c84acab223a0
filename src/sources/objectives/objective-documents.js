import { isForeignPath } from "#evidence/foreign-path.ts";
import { isTestPath } from "#evidence/test-path.ts";
import { readYamlDocuments } from "../yaml-documents.js";
import { ObjectiveNode } from "./objective-node.js";
import { openSloObject } from "./openslo.js";
import { pyrraObjective } from "./pyrra.js";
import { slothObjectives } from "./sloth.js";
/** `slo` as a word of its own: `api-slo.yaml`, `slos/api.yml`, `openslo/`; not `slots.yaml`. */
const objectiveWord = /(?:^|[/._-])(?:slos?|openslo|sloth|pyrra|service-level-objectives?)(?:[/._-]|$)/i;
const yaml = /\.ya?ml$/i;
const mark = /^(?:- {1,10})?["']?(?:apiVersion["']?: {1,10}["']?(?:openslo|sloth\.slok\.dev|pyrra\.dev)|version["']?: {1,10}["']?prometheus\/v1)/m;
/** Whether a text holds a document of objectives, told by its version. */
export function holdsObjectives(text) {
    return mark.test(text);
}
/** Every object that can be read; a bad document becomes a problem and leaves the others alone. Never throws. */
export function readObjectives(text) {
    const { documents, problems: unread } = readYamlDocuments(text);
    const problems = [...unread];
    const objectives = documents.flatMap((document) => objectsOf(new ObjectiveNode(document, problems, document.value, [])));
    return { objectives, problems };
}
/** Documents of other formats say nothing here: folders of objectives hold kustomizations and values, too. */
function objectsOf(node) {
    // OpenSLO's own tools write several objects as one sequence as well.
    return node.isList ? node.items().flatMap(objectOf) : objectOf(node);
}
function objectOf(node) {
    const version = node.at("apiVersion").text(60) ?? "";
    if (version === "openslo/v1")
        return listOf(openSloObject(node));
    if (/^openslo(?:\.com)?\//.test(version))
        node.unsupported(`${version} is not read: convert it to openslo/v1`);
    if (version === "sloth.slok.dev/v1" && node.at("kind").text(60) === "PrometheusServiceLevel")
        return slothObjectives(node, true);
    if (node.at("version").text(60) === "prometheus/v1" && node.at("slos").isPresent)
        return slothObjectives(node, false);
    if (version === "pyrra.dev/v1alpha1" && node.at("kind").text(60) === "ServiceLevelObjective")
        return listOf(pyrraObjective(node));
    return [];
}
function listOf(found) {
    return found === null ? [] : [found];
}
/** OpenSLO v1, Sloth and Pyrra documents. */
export const objectiveDocuments = {
    id: "objectives",
    version: 2,
    detect: (path) => yaml.test(path) && objectiveWord.test(path) && !isForeignPath(path) && !isTestPath(path)
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
