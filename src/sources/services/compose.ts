import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { entriesOf, field, isRecord, textOf, textsOf } from "../untrusted-value.ts";
import { readYamlDocuments } from "../yaml-documents.ts";
import { scanReferences } from "./code-references.ts";
import { ReferenceBag } from "./reference-bag.ts";

const composePath = /(?:^|\/)(?:docker-)?compose(?:[.-][\w.-]{1,60})?\.ya?ml$/;

/** Compose files: services, what they depend on, images and neighbouring folders they are built from, and their environment. */
export const composeFiles: FileSource = {
  id: "compose-services",
  version: 4,
  endings: ["yml", "yaml"],
  detect: (path) => (composePath.test(path) && !isForeignPath(path) ? "history" : "none"),
  read: ({ path, text }) => {
    const { documents, problems } = readYamlDocuments(text);
    const bag = new ReferenceBag(path);
    // What starts beside each other is not called by that; only a compose file of production says what runs.
    const mention = { mention: "set-up" } as const;
    for (const { value, lineOf } of documents) {
      for (const [name, service] of entriesOf(field(value, "services"), 300)) {
        const line = lineOf(["services", name]);
        const add = (seen: string, words: string): void =>
          bag.add({
            name: seen,
            how: "compose",
            confidence: "medium",
            ...mention,
            text: words,
            line,
          });
        if (/^[\w.-]{1,100}$/.test(name)) add(name, `service ${name}`);
        for (const other of dependencies(field(service, "depends_on")))
          add(other, `${name} depends on ${other}`);
        const image = textOf(field(service, "image"));
        // What stands before an @ that no digest follows is a user's name and password.
        if (image?.includes("/") === true && !/@(?!sha\d)/.test(image))
          add(imageName(image), `image ${withoutTag(image)}`);
        if (!isForTests(path))
          for (const [variable, host] of addressesOf(service)) {
            const words = `${variable}: ${host}`;
            bag.add({ name: host, how: "compose", confidence: "medium", text: words, line });
          }
        const neighbour = neighbourFolder(field(service, "build"));
        if (neighbour !== null) add(neighbour, `built from ../${neighbour}`);
      }
    }
    const scanned = scanReferences(path, text, { bareVariable: "medium", how: "compose" });
    for (const reference of scanned) bag.add(reference);
    return { services: bag.references(), ...(problems.length === 0 ? {} : { problems }) };
  },
};

function isForTests(path: string): boolean {
  return /[-._](?:tests?|e2e|ci|integration|mocks?)[-._]|(?:^|\/)(?:tests?|e2e|ci)\//i.test(path);
}

/**
 * Addresses that a service built from here is told, where it also waits for what answers there: `ORDERS_URL: http://orders:3000`
 * and `depends_on: [orders]`. Either alone sets up a machine.
 */
function addressesOf(service: unknown): readonly (readonly [variable: string, host: string])[] {
  const build = field(service, "build");
  const context = textOf(isRecord(build) ? field(build, "context") : build) ?? "";
  if (build === undefined || context.startsWith("..")) return [];
  const awaited = new Set(dependencies(field(service, "depends_on")));
  return environmentOf(field(service, "environment")).flatMap(([variable, value]) => {
    const host = /^(?:https?|grpcs?|wss?):\/\/([A-Za-z][\w.-]{1,62})(?=[:/]|$)/.exec(value)?.[1];
    return host !== undefined && awaited.has(host) ? [[variable, host] as const] : [];
  });
}

/** Compose takes a map and a list of `NAME=value`. */
function environmentOf(value: unknown): readonly (readonly [string, string])[] {
  if (isRecord(value))
    return entriesOf(value, 300).map(([name, one]) => [name, textOf(one) ?? ""] as const);
  return textsOf(value).map((one) => {
    const equals = one.indexOf("=");
    return [one.slice(0, Math.max(0, equals)), one.slice(equals + 1)] as const;
  });
}

function dependencies(value: unknown): readonly string[] {
  return isRecord(value) ? Object.keys(value).slice(0, 100) : textsOf(value);
}

function withoutTag(image: string): string {
  return image.replace(/@.{1,200}$/, "").replace(/:[^/:]{1,200}$/, "");
}

function imageName(image: string): string {
  const bare = withoutTag(image);
  return bare.slice(bare.lastIndexOf("/") + 1);
}

function neighbourFolder(build: unknown): string | null {
  const context = textOf(isRecord(build) ? field(build, "context") : build);
  return context === null
    ? null
    : (/^\.\.\/(?:\.\.\/){0,5}([\w.-]{1,80})\/?$/.exec(context)?.[1] ?? null);
}
