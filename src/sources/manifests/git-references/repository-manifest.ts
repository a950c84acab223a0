import { lineNumbers } from "#evidence/line-numbers.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { useRepository } from "../git-use.ts";
import { manifestSource } from "../manifest-source.ts";

const element = /<(remote|default|project)\b([^<>]{1,1000})>/g;
const attribute = /([\w-]{1,40})\s{0,5}=\s{0,5}["']([^"'<>]{0,300})["']/g;

/** Manifests of Android's repo tool: projects from remotes, each at a revision. */
export const repositoryManifestSource = manifestSource({
  id: "repo-manifest",
  version: 1,
  endings: ["xml"],
  matches: (base, path) =>
    base.endsWith(".xml") && /^(?:default|manifest|[\w.-]{1,60}-manifest)\.xml$/.test(path),
  read({ text }) {
    const facts = new CollectedFacts();
    if (!text.includes("<manifest") || !text.includes("<project")) return {};
    const lineAt = lineNumbers(text);
    const remotes = new Map<string, ReadonlyMap<string, string>>();
    let defaults: ReadonlyMap<string, string> = new Map();
    for (const found of withoutComments(text).matchAll(element)) {
      const attributes = new Map(
        Array.from((found[2] ?? "").matchAll(attribute), ([, name = "", value = ""]) => [
          name,
          value,
        ]),
      );
      if (found[1] === "remote") remotes.set(attributes.get("name") ?? "", attributes);
      else if (found[1] === "default") defaults = attributes;
      else useProject(facts, attributes, defaults, remotes, lineAt(found.index));
    }
    return facts.toFileFacts();
  },
});

function useProject(
  facts: CollectedFacts,
  project: ReadonlyMap<string, string>,
  defaults: ReadonlyMap<string, string>,
  remotes: ReadonlyMap<string, ReadonlyMap<string, string>>,
  line: number,
): void {
  const name = (project.get("name") ?? "").replace(/\.git$/, "");
  const remote = remotes.get(project.get("remote") ?? defaults.get("remote") ?? "");
  const fetch = remote?.get("fetch") ?? "..";
  const revision =
    project.get("revision") ?? remote?.get("revision") ?? defaults.get("revision") ?? "";
  const constraint = revision.replace(/^refs\/(?:heads|tags)\//, "");
  const use = { scope: "build", line, constraint } as const;
  if (name === "") return;
  if (/^\.\.?(?:\/|$)/.test(fetch)) {
    const qualifiers = { vcs_url: `${fetch.replace(/\/+$/, "")}/${name}` };
    facts.use("generic", name.slice(name.lastIndexOf("/") + 1), { ...use, qualifiers });
  } else if (!useRepository(facts, `${fetch.replace(/\/{1,5}$/, "")}/${name}`, use))
    facts.problem("unsupported", `project ${name} of a remote without an address`, line);
}

/** Comments become spaces, so that offsets stay. */
function withoutComments(text: string): string {
  let done = "";
  for (let at = 0; ;) {
    const start = text.indexOf("<!--", at);
    if (start === -1) return done + text.slice(at);
    const end = text.indexOf("-->", start + 4);
    const to = end === -1 ? text.length : end + 3;
    done += text.slice(at, start) + " ".repeat(to - start);
    at = to;
  }
}
