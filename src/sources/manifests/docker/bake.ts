import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { replacedWithin } from "../replaced-within.ts";
import { type HclBody, parseHcl } from "../terraform/hcl-body.ts";
import { readYaml } from "../yaml-view.ts";
import { mapsIn } from "../yaml-walk.ts";
import { useFromGit } from "./compose.ts";
import { offerImage, unknownPart, useImage } from "./image-reference.ts";

const fileName = /^(?:docker-)?[\w.-]{0,60}bake(?:file)?(?:\.override)?\.(?:hcl|json)$/i;
const template = /\$\{\s{0,20}(\w{1,100})\s{0,20}\}/g;
const longest = 4_000;
const quoted = /"((?:[^"\\\n]|\\.){0,500})"/g;

/** `docker buildx bake`: images that targets are tagged with, images and repositories that they take as contexts. */
export const bakeSource = manifestSource({
  id: "docker-bake",
  version: 1,
  endings: ["hcl", "json"],
  matches: (base) => fileName.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    if (path.endsWith(".json")) readJson(facts, text);
    else readBody(facts, parseHcl(text));
    return facts.toFileFacts();
  },
});

function readBody(facts: CollectedFacts, root: HclBody): void {
  const names = new Map<string, string>();
  for (const { type, labels, body } of root.blocks) {
    const value = body.attributes.get("default")?.text ?? null;
    if (type === "variable" && value !== null && value !== "") names.set(labels[0] ?? "", value);
  }
  for (const { type, body } of root.blocks) {
    if (type !== "target") continue;
    const tags = body.attributes.get("tags");
    for (const tag of stringsOf(tags?.expression ?? ""))
      offerImage(facts, expand(tag, names), tags?.line ?? 1);
    const context = body.attributes.get("context");
    if (context?.text !== undefined && context.text !== null)
      useContext(facts, context.text, context.line);
    for (const [, value] of body.attributes.get("contexts")?.object?.attributes ?? [])
      for (const one of stringsOf(value.expression))
        useContext(facts, expand(one, names), value.line);
  }
}

function readJson(facts: CollectedFacts, text: string): void {
  const [root] = readYaml(text, facts);
  const names = new Map<string, string>();
  for (const [name, variable] of root?.get("variable")?.entries() ?? []) {
    const value = variable.textAt("default");
    if (value !== null && value !== "") names.set(name, value);
  }
  const targets = root?.get("target") ?? null;
  for (const target of targets === null ? [] : mapsIn(targets)) {
    for (const tag of target.get("tags")?.items() ?? [])
      offerImage(facts, expand(tag.text ?? "", names), tag.line);
    const contexts = [
      target.get("context"),
      ...(target.get("contexts")?.entries() ?? []).map(([, one]) => one),
    ];
    for (const context of contexts)
      if (context?.text !== null && context !== null)
        useContext(facts, expand(context.text, names), context.line);
  }
}

function useContext(facts: CollectedFacts, context: string, line: number): void {
  if (context.startsWith("docker-image://"))
    useImage(facts, context.slice("docker-image://".length), { scope: "build", line });
  else useFromGit(facts, context, line);
}

/** Strings of a list, also within conditions, where the operands of comparisons have no path. */
function stringsOf(expression: string): string[] {
  return Array.from(expression.matchAll(quoted), ([, text = ""]) => text).filter((text) =>
    text.includes("/"),
  );
}

function expand(text: string, names: ReadonlyMap<string, string>): string {
  const known = (_whole: string, name: string): string => names.get(name) ?? unknownPart;
  return (replacedWithin(text, template, known, longest) ?? unknownPart).replace(
    /\$\{[^}]{0,300}\}/g,
    unknownPart,
  );
}
