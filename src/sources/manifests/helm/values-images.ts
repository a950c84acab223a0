import { flowMaps } from "#sources/gitops/flow-maps.ts";
import { CollectedFacts } from "../collected-facts.ts";
import { useImage } from "../docker/image-reference.ts";
import { manifestSource } from "../manifest-source.ts";

const named = /^values(?:[-._][\w.-]{1,60})?\.ya?ml$/;
/** Folders of code and tests of charts, whose values are made up. */
const besidePath = /(?:^|\/)(?:src|lib|ci|specs?|tests?|testdata|fixtures)\//;
const mention =
  /\b(?:repository|image)["']?:\s{0,20}["'{]?[\w.-]{1,200}[/{:]|\bimage["']?:\s{0,20}[{*&]|\brepository["']?:\s{0,20}[*&]/i;
/** `&name` before a value, `*name` in its place. */
const anchored = /^&([\w.-]{1,100})(?:\s{1,40}(.{0,1000}))?$/;
const aliased = /^\*([\w.-]{1,100})\s{0,40}(?:#.{0,1000})?$/;
const entry =
  /^( {0,200})((?:- {1,8}){0,6})["']?(<<|[\w.-]{1,100})["']?\s{0,8}:(?:\s{1,40}(.{1,1000}))?$/;

/** Larger are values of whole environments, which deployments write: those are read as what is asked for there. */
const maximumCharacters = 65_536;

/** A map of the file that is still open: what it says of an image. */
interface Block {
  readonly indent: number;
  /** The key that it is the value of. */
  readonly key: string;
  readonly values: Map<string, string>;
  /** Of `repository`, else of `image`. */
  line: number;
}

/**
 * Images that the values of Helm charts name: `image: {registry, repository, tag}` and `image: registry/name:tag`. Scanned by
 * indentation, for deployments rewrite large ones all day. A name without an owner is the one that every new chart starts with,
 * or stands in what only the chart's templates know.
 */
export const helmImagesSource = manifestSource({
  id: "helm-images",
  version: 2,
  endings: ["yml", "yaml"],
  matches: (base, path) => named.test(base) && !besidePath.test(path),
  read({ text }) {
    if (text.length > maximumCharacters || !mention.test(text)) return {};
    const facts = new CollectedFacts();
    const open: Block[] = [{ indent: -1, key: "", values: new Map(), line: 0 }];
    /** What `&name` stands before, until the file's end; a map that an alias repeats was read in its own place. */
    const anchors = new Map<string, string | ReadonlyMap<string, string>>();
    const closeTo = (indent: number): void => {
      for (
        let last = open.at(-1);
        last !== undefined && last.indent >= indent;
        last = open.at(-1)
      ) {
        open.pop();
        useImageOf(facts, last);
      }
    };
    for (const [index, raw] of text.split("\n").entries()) {
      const [, spaces = "", dashes = "", key = "", written = ""] = entry.exec(raw.trimEnd()) ?? [];
      if (key === "") {
        if (raw.startsWith("---")) closeTo(0);
        continue;
      }
      const indent = spaces.length + dashes.length;
      // The map of a key is what stands further in; an item of a list is a map of its own.
      closeTo(dashes === "" ? indent + 1 : spaces.length + 1);
      const above = open.at(-1);
      if (dashes !== "") open.push({ indent, key: above?.key ?? "", values: new Map(), line: 0 });
      const block = open.at(-1);
      if (block === undefined) continue;
      const [, anchor = "", rest = ""] = anchored.exec(written) ?? ["", "", written];
      const [, alias] = aliased.exec(rest) ?? [];
      if (alias !== undefined) {
        const meant = anchors.get(alias) ?? "";
        if (typeof meant === "string") {
          if (meant !== "") put(block, key, meant, index + 1);
        } else if (key === "<<")
          for (const [name, value] of meant) put(block, name, value, index + 1);
      } else if (rest.startsWith("{"))
        for (const values of flowMaps(rest).slice(0, 1))
          useImageOf(facts, { indent, key, values: bareValues(values), line: index + 1 });
      else if (rest === "" || rest.startsWith("#")) {
        const values = new Map<string, string>();
        if (anchor !== "") anchors.set(anchor, values);
        open.push({ indent: indent + 1, key, values, line: 0 });
      } else {
        if (anchor !== "") anchors.set(anchor, bare(rest));
        put(block, key, bare(rest), index + 1);
      }
    }
    closeTo(-1);
    return facts.toFileFacts();
  },
});

function put(block: Block, key: string, value: string, line: number): void {
  block.values.set(key, value);
  if (key === "repository" || (key === "image" && block.line === 0)) block.line = line;
}

function useImageOf(facts: CollectedFacts, { key, values, line }: Block): void {
  const repository = values.get("repository");
  const version = values.get("tag") ?? values.get("imageTag") ?? values.get("digest") ?? "";
  const isImage = /image$/i.test(key) || values.has("tag") || values.has("digest");
  const plain = repository === undefined || !isImage ? values.get("image") : repository;
  if (plain === undefined) return;
  const registry = values.get("registry") ?? values.get("imageRegistry") ?? "";
  const name = registry === "" ? plain : `${registry}/${plain}`;
  // A chart of a registry is no image; what a template fills in is not known.
  if (!name.includes("/") || /:\/\/|[{$\s]/.test(name)) return;
  const isTagged = /[:@][^/]{0,200}$/.test(name);
  useImage(facts, isTagged || /^$|[{$\s]/.test(version) ? name : tagged(name, version), {
    scope: "runtime",
    line,
  });
}

function tagged(name: string, version: string): string {
  return version.startsWith("sha256:") ? `${name}@${version}` : `${name}:${version}`;
}

function bareValues(values: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...values].map(([key, value]) => [key, bare(value)]));
}

/** Without quotes and comment. */
function bare(written: string): string {
  const [quote] = written;
  if (quote === '"' || quote === "'") return written.slice(1).split(quote)[0] ?? "";
  return written.split(/\s#/)[0]?.trim() ?? "";
}
