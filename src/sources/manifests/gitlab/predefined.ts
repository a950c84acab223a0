import { ownOwner, ownRepository } from "#evidence/own-repository.ts";
import type { Values } from "../layered-values.ts";
import type { YamlView } from "../yaml-view.ts";

/** Variables that GitLab sets and whose values follow from where the file lies. */
const predefined: readonly (readonly [string, string])[] = [
  ["CI_PROJECT_PATH", `${ownOwner}/${ownRepository}`],
  ["CI_PROJECT_NAME", ownRepository],
  ["CI_PROJECT_NAMESPACE", ownOwner],
  ["CI_PROJECT_ROOT_NAMESPACE", ownOwner],
  ["CI_REGISTRY", "registry.gitlab.com"],
  ["CI_REGISTRY_IMAGE", `registry.gitlab.com/${ownOwner}/${ownRepository}`],
];
/** Of all that is put into one text: a default may be long, and asked for many times. */
const longestPut = 16_000;
/** A cache before Docker Hub: the image behind it is meant. */
const proxy = /^\$\{?CI_DEPENDENCY_PROXY_(?:DIRECT_)?GROUP_IMAGE_PREFIX\}?\//;

export type Variables = Values;

/** The predefined variables and those of the file, and the defaults of a component's inputs as `inputs.NAME`. */
export function variablesOf(documents: readonly YamlView[]): Variables {
  const variables = new Map(predefined);
  for (const root of documents) {
    for (const [name, input] of root.get("spec")?.get("inputs")?.entries() ?? []) {
      const value = input.textAt("default");
      if (value !== null) variables.set(`inputs.${name}`, value);
    }
    for (const [name, value] of ownVariables(root)) variables.set(name, value);
  }
  return variables;
}

export function ownVariables(job: YamlView): [string, string][] {
  return (job.get("variables")?.entries() ?? []).flatMap(([name, value]) => {
    const text = value.text ?? value.textAt("value");
    return text === null ? [] : [[name, text]];
  });
}

/** `$[[ inputs.image | … ]]` becomes its default; an input without one stays unknown. */
export function withInputs(text: string, variables: Variables, unknown: string): string {
  const whole = text.replace(proxy, "");
  if (!whole.includes("$[[")) return whole;
  let room = longestPut;
  return whole.replace(
    /\$\[\[\s{0,20}(inputs\.[\w-]{1,100})[^\]]{0,200}\]\]/g,
    (_whole, name: string) => {
      const value = variables.get(name);
      room -= value?.length ?? 0;
      return value === undefined || room < 0 ? unknown : value;
    },
  );
}
