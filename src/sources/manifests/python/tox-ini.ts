import { ManifestCollector } from "../manifest-collector.ts";
import { manifestSource } from "../manifest-source.ts";
import { requirementsReader, takeIn } from "./python-files.ts";
import { parseRequirement } from "./requirement.ts";
import { readIni } from "./setup-cfg.ts";

/** tox.ini: what its environments install, https://tox.wiki/en/stable/config.html#deps. Lines with substitutions are left out. */
export const toxIni = manifestSource({
  id: "python-tox",
  version: 1,
  endings: ["ini"],
  matches: (base) => base === "tox.ini",
  read({ path, text }) {
    const collector = new ManifestCollector("pypi");
    for (const [section, values] of readIni(text)) {
      if (!section.startsWith("testenv")) continue;
      for (const { text: written, line } of values.get("deps") ?? []) {
        // `py311: rail` holds for one environment.
        const content = written.replace(/^[\w!.,{}-]{1,100}:\s{1,20}/, "");
        const file = /^-r\s{0,20}(?:\{toxinidir\}\/)?(\S{1,300})$/.exec(content)?.[1];
        if (file !== undefined) takeIn(collector, path, file, requirementsReader);
        const requirement = /^[-.{]/.test(content) ? null : parseRequirement(content);
        if (requirement !== null) collector.dependency({ ...requirement, scope: "test", line });
      }
    }
    return collector.facts();
  },
});
