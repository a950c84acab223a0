import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { constraintsReader, takeIn } from "./python-files.ts";
import { normalName } from "./python-manifest.ts";
import { parseRequirement } from "./requirement.ts";
import { logicalLines } from "./requirement-lines.ts";

/**
 * Constraints files, which say which version is taken of what others require, and require nothing themselves:
 * https://pip.pypa.io/en/stable/user_guide/#constraints-files
 */
export const constraintsTxt = manifestSource({
  id: constraintsReader,
  version: 1,
  endings: [],
  matches: () => false,
  read({ path, text }) {
    const collector = new ManifestCollector("pypi");
    for (const { content } of logicalLines(text)) {
      const other =
        /^(?:-[rc]\s{0,20}|--(?:requirement|constraint)(?:\s{1,20}|=))(\S{1,300})$/.exec(
          content,
        )?.[1];
      if (other !== undefined) takeIn(collector, path, other, constraintsReader);
      const requirement = content.startsWith("-") ? null : parseRequirement(content);
      if (requirement?.constraint == null) continue;
      const { name, constraint } = requirement;
      collector.define({ name: constraintName(name), value: constraint });
    }
    return collector.facts();
  },
});

export function constraintName(name: string): string {
  return `constraint:${normalName(name)}`;
}
