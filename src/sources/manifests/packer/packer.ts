import { CollectedFacts } from "../collected-facts.ts";
import { useGithub, useRepository } from "../git-use.ts";
import { manifestSource } from "../manifest-source.ts";
import { parseHcl } from "../terraform/hcl-body.ts";

/** Plugins that Packer requires: `github.com/acme/lamp` is the repository acme/packer-plugin-lamp. */
export const packerSource = manifestSource({
  id: "packer",
  version: 1,
  endings: ["hcl"],
  matches: (base) => base.endsWith(".pkr.hcl"),
  read({ text }) {
    const facts = new CollectedFacts();
    if (!text.includes("required_plugins")) return {};
    for (const { type, body } of parseHcl(text).blocks)
      for (const block of type === "packer" ? body.blocks : [])
        for (const [, plugin] of block.type === "required_plugins" ? block.body.attributes : []) {
          const source = plugin.object?.attributes.get("source")?.text ?? "";
          const constraint = plugin.object?.attributes.get("version")?.text ?? null;
          const use = { scope: "build", line: plugin.line, constraint } as const;
          const [, owner, name] =
            /^github\.com\/([\w.-]{1,100})\/([\w.-]{1,100})$/.exec(source) ?? [];
          if (owner !== undefined && name !== undefined)
            useGithub(facts, `${owner}/packer-plugin-${name}`, use);
          else if (!useRepository(facts, `https://${source}`, use))
            facts.problem("unsupported", `plugin from ${source.slice(0, 80)}`, plugin.line);
        }
    return facts.toFileFacts();
  },
});
