import type { FileSource } from "#evidence/source.ts";
import { field, textOf, textsOf } from "../untrusted-value.ts";
import { readYamlDocuments } from "../yaml-documents.ts";
import { entity, withoutAddresses } from "./entity.ts";

/**
 * Atlassian Compass, configuration as code. Owners and dependencies are Atlassian resource identifiers (`ari:cloud:…`):
 * opaque, yet equal for equal teams, so they are kept as written.
 */
export const compassCatalogue: FileSource = {
  id: "compass",
  version: 1,
  endings: ["yml", "yaml"],
  namesOwners: true,
  detect: (path) => (/(?:^|\/)compass\.ya?ml$/.test(path) ? "head" : "none"),
  read: ({ text }) => {
    const { documents, problems: unread } = readYamlDocuments(text);
    const problems = [...unread];
    const entities = documents.flatMap(({ value, line }) => {
      const name = textOf(field(value, "name"), 200);
      if (name === null) {
        problems.push({ code: "invalid", text: "A component needs a name", line });
        return [];
      }
      return [
        entity({
          kind: "Component",
          name,
          description: withoutAddresses(textOf(field(value, "description"))),
          type: textOf(field(value, "typeId") ?? field(value, "type"), 100)?.toLowerCase() ?? null,
          lifecycle: textOf(field(value, "fields", "lifecycle"), 100)?.toLowerCase() ?? null,
          owner: withoutAddresses(textOf(field(value, "ownerId"))),
          dependsOn: textsOf(field(value, "relationships", "DEPENDS_ON")),
          tags: textsOf(field(value, "labels")),
          line,
        }),
      ];
    });
    return { entities, ...(problems.length === 0 ? {} : { problems }) };
  },
};
