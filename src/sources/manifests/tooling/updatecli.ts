import { CollectedFacts } from "../collected-facts.ts";
import { unknownPart, useImage } from "../docker/image-reference.ts";
import { parseForgeArchive } from "../forge-archive.ts";
import { useRepository } from "../git-use.ts";
import { manifestSource } from "../manifest-source.ts";
import { knownText, withoutTemplates } from "../without-templates.ts";
import { readYaml, type YamlView } from "../yaml-view.ts";

const composed = /^update(?:cli)?-compose\.ya?ml$/;
const single = /^updatecli\.ya?ml(?:\.tpl|\.tmpl)?$/;
const inFolder =
  /(?:^|\/)\.?updatecli(?:\.d)?\/(?:[^/]{1,100}\/){0,8}[^/]{1,100}\.ya?ml(?:\.tpl|\.tmpl)?$/;
const settings = /(?:^|\/)(?:values(?:\.d)?|secrets(?:\.d)?)(?:\/|[\w.-]{0,60}\.ya?ml$)/;
/** Kinds of sources that read a file; others ask a forge or a registry which version is the newest. */
const readsFile = /^(?:file|yaml|json|toml|xml|csv|hcl|dockerfile)$/;
const hosted = new Map([
  ["github", "https://github.com"],
  ["gitlab", "https://gitlab.com"],
  ["bitbucket", "https://bitbucket.org"],
]);

/**
 * Manifests of updatecli, https://www.updatecli.io/docs/core/: files that sources read from other repositories, by address
 * or by a checkout (`scmid`), and policies of a compose file. What only asks for the newest version of something, and what
 * is changed elsewhere, is no use.
 */
export const updatecliSource = manifestSource({
  id: "updatecli",
  version: 1,
  endings: ["yml", "yaml", "tpl", "tmpl"],
  matches: (base, path) =>
    composed.test(base) || single.test(base) || (inFolder.test(path) && !settings.test(path)),
  read({ text }) {
    if (!/^(?:sources|policies):/m.test(text)) return {};
    const facts = new CollectedFacts();
    for (const root of readYaml(withoutTemplates(text), facts)) {
      for (const one of root.get("policies")?.items() ?? []) {
        const policy = one.get("policy");
        const image = knownText(policy?.text);
        if (policy !== null && image !== null)
          useImage(facts, image, { scope: "build", line: policy.line });
      }
      for (const [, source] of root.get("sources")?.entries() ?? [])
        readSource(facts, source, root);
    }
    return facts.toFileFacts();
  },
});

function readSource(facts: CollectedFacts, source: YamlView, root: YamlView): void {
  if (!readsFile.test(source.textAt("kind") ?? "")) return;
  const spec = source.get("spec");
  const files = [spec?.get("file") ?? null, ...(spec?.get("files")?.itemsOrSelf() ?? [])];
  for (const file of files) {
    if (file === null || file.text === null) continue;
    // A version that another source finds out: which one is known when it runs.
    const address = file.text.replaceAll(unknownPart, "HEAD");
    if (!/^https?:\/\//.test(address)) continue;
    const found = parseForgeArchive(address);
    const use = { scope: "build", line: file.line } as const;
    useRepository(facts, found?.origin ?? address, { ...use, constraint: found?.revision ?? null });
  }
  const checkout = root.get("scms")?.get(knownText(source.textAt("scmid")) ?? "") ?? null;
  if (checkout !== null) useCheckout(facts, checkout);
}

function useCheckout(facts: CollectedFacts, checkout: YamlView): void {
  const spec = checkout.get("spec");
  if (spec === null) return;
  const kind = checkout.textAt("kind") ?? "";
  const url = knownText(spec.textAt("url"));
  const owner = knownText(spec.textAt("owner"));
  const repository = knownText(spec.textAt("repository"));
  const host = url ?? hosted.get(kind) ?? null;
  if (host === null) return;
  const use = {
    scope: "build",
    line: checkout.line,
    constraint: knownText(spec.textAt("branch")),
  } as const;
  if (kind === "git") useRepository(facts, host, use);
  // Names in templates are filled in by values, as a rule with the repository itself.
  else if (owner !== null && repository !== null)
    useRepository(facts, `${host.replace(/\/{1,5}$/, "")}/${owner}/${repository}`, use);
}
