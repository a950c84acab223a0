import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { kindOfName, scopeOfGroup } from "../package-marks.ts";
import { parseXml } from "../xml-scanner.ts";
import { useModule } from "./coordinates.ts";
import type { Scope } from "#vocabulary/adoption.ts";

/** From the widest to the narrowest. */
const widest: readonly Scope[] = ["runtime", "build", "development", "test"];

/** ivy.xml of Apache Ivy: https://ant.apache.org/ivy/history/latest-milestone/ivyfile.html. Properties of the build are not followed. */
export const ivyXml = manifestSource({
  id: "ivy",
  version: 1,
  endings: ["xml"],
  matches: (base) => base === "ivy.xml",
  read({ text }) {
    const facts = new CollectedFacts();
    const root = parseXml(text);
    if (root.name !== "ivy-module") return {};
    const info = root.child("info");
    const organisation = info?.attribute("organisation") ?? "";
    const module = info?.attribute("module") ?? "";
    if (organisation !== "" && module !== "" && isLiteral(organisation + module))
      facts.offer("maven", module, {
        namespace: organisation,
        kind: kindOfName(module),
        version: literal(info?.attribute("revision")),
        description: info?.textOf("description") ?? null,
        line: info?.line ?? 1,
      });
    for (const item of root.child("dependencies")?.all("dependency") ?? []) {
      const group = item.attribute("org") ?? organisation;
      const name = item.attribute("name") ?? "";
      if (group === "" || name === "") {
        facts.problem("invalid", "a dependency without org or name", item.line);
        continue;
      }
      if (!isLiteral(group + name)) {
        facts.problem("unsupported", `${group}:${name} names a property of the build`, item.line);
        continue;
      }
      const version = literal(item.attribute("rev")) ?? "";
      // `latest.integration` is whatever is newest when it is asked.
      useModule(
        facts,
        { group, name, version: version.startsWith("latest.") ? "" : version },
        { scope: scopeOf(item.attribute("conf")), line: item.line },
      );
    }
    return facts.toFileFacts();
  },
});

/** `test->default`, `compile,test->master`: own configurations stand on the left; of several the widest counts. */
function scopeOf(configurations: string | null): Scope {
  const own = (configurations ?? "")
    .slice(0, 500)
    .split(";")
    .flatMap((one) => (one.split("->", 1)[0] ?? "").split(","))
    .map((one) => one.trim())
    .filter((one) => one !== "");
  const scopes = new Set<Scope>(
    own.map((one) =>
      /^(?:compile|provided)/i.test(one) ? "runtime" : (scopeOfGroup(one) ?? "runtime"),
    ),
  );
  return widest.find((scope) => scopes.has(scope)) ?? "runtime";
}

function isLiteral(text: string): boolean {
  return !/[${}]/.test(text);
}

function literal(text: string | null | undefined): string | null {
  return text === null || text === undefined || !isLiteral(text) ? null : text;
}
