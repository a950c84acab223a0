import { CollectedFacts } from "../collected-facts.ts";
import { manifestSource } from "../manifest-source.ts";

const descriptor =
  /(?:^|\/)src\/main\/resources\/META-INF\/gradle-plugins\/([\w.-]{1,200})\.properties$/;

/** `META-INF/gradle-plugins/ID.properties` makes the project around it the provider of the plugin ID. */
export const pluginDescriptorSource = manifestSource({
  id: "gradle-plugin-descriptor",
  version: 1,
  endings: ["properties"],
  matches: (_base, path) => descriptor.test(path),
  read({ path }) {
    const facts = new CollectedFacts();
    const id = descriptor.exec(path)?.[1];
    if (id !== undefined) facts.define(`gradle.own-plugin:${id}`, id);
    return facts.toFileFacts();
  },
});
