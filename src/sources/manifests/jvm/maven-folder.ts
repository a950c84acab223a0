import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";
import { parseXml } from "../xml-scanner.ts";

/** `.mvn/maven.config` and `.mvn/jvm.config` give properties from outside; `.mvn/extensions.xml` names extensions of Maven. */
export const mavenFolderSource = manifestSource({
  id: "maven-folder",
  version: 1,
  endings: ["config", "xml"],
  matches: (base, path) =>
    /(?:^|\/)\.mvn\/[^/]{1,40}$/.test(path) &&
    (base === "maven.config" || base === "extensions.xml"),
  read({ path, text }) {
    const facts = new CollectedFacts();
    if (path.endsWith("maven.config")) {
      for (const [, name = "", value = ""] of text.matchAll(
        /(?:^|\s)(?:-D|--define[= ])\s{0,5}([\w.-]{1,200})=(\S{1,300})/g,
      ))
        facts.define(name, value.replace(/^["']|["']$/g, ""));
      return facts.toFileFacts();
    }
    for (const extension of parseXml(text).all("extension")) {
      const group = extension.textOf("groupId");
      const artifact = extension.textOf("artifactId");
      if (group !== null && artifact !== null)
        facts.use("maven", artifact, {
          namespace: group,
          scope: "build",
          constraint: extension.textOf("version"),
          line: extension.line,
        });
    }
    return facts.toFileFacts();
  },
});
