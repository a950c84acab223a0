import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";

/** `gradle.properties`: what every script below the folder can ask for; `group`, `version` and those of publishing plugins. */
export const gradlePropertiesSource = manifestSource({
  id: "gradle-properties",
  version: 1,
  endings: ["properties"],
  // One among the resources of a program is read by that program.
  matches: (base, path) => base === "gradle.properties" && !/(?:^|\/)src\//.test(path),
  read({ text }) {
    const facts = new CollectedFacts();
    const values = propertiesOf(text);
    for (const [name, value] of values) {
      facts.define(name, value);
      const role = roles.get(name);
      if (role !== undefined && !value.includes("$")) facts.define(role, value);
    }
    return facts.toFileFacts();
  },
});

const roles: ReadonlyMap<string, string> = new Map([
  ["group", "gradle.group"],
  ["version", "gradle.version"],
  ["GROUP", "gradle.group"],
  ["VERSION_NAME", "gradle.version"],
  ["POM_ARTIFACT_ID", "gradle.artifact"],
]);

/** Keys and values of java.util.Properties; the last of two with one key counts, values over several lines are joined. */
export function propertiesOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  let before = "";
  for (const line of text.split("\n")) {
    const whole = before + line.trim();
    before = "";
    if (whole === "" || whole.startsWith("#") || whole.startsWith("!")) continue;
    if (whole.endsWith("\\") && whole.length < 2_000) {
      before = whole.slice(0, -1);
      continue;
    }
    const [, key, value = ""] =
      /^([\w.-]{1,200})\s{0,20}[=:\s]\s{0,20}(.{0,500})/.exec(whole) ?? [];
    if (key !== undefined) values.set(key, value.trim());
  }
  return values;
}
