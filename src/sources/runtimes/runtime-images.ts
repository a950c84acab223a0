import { expandVariables } from "../manifests/docker/shell-variables.ts";
import type { RuntimeName } from "#vocabulary/structure.ts";

/** A runtime, how its version is written in a tag or name, the line, and whether the stage that is shipped stands on it. */
export type ImageRuntime = readonly [
  RuntimeName,
  written: string,
  line: number,
  isShipped: boolean,
];

/** Docker Hub, what stands in for it (`registry.acme.example/dockerhub/library/`), and images of the same names by Chainguard. */
const hub =
  /^(?:(?:index\.)?docker\.io\/|public\.ecr\.aws\/docker\/|mirror\.gcr\.io\/)?(?:library\/)?$|^[\w.:-]{1,100}\/(?:[\w.-]{1,60}\/){0,4}(?:library|docker[-_.]?(?:hub|io)(?:[-_.][\w.-]{1,40})?|(?:docker|hub)[-_](?:proxy|mirror|cache|remote)|wolfi|chainguard(?:-images)?)\/(?:library\/)?$|^cgr\.dev\/[\w.-]{1,100}\/$/;

/** Official images by place and name; their tags begin with the version or its code name. */
const images: readonly (readonly [place: RegExp, names: string, RuntimeName])[] = [
  [hub, "ruby", "ruby"],
  [hub, "node", "node"],
  [hub, "python", "python"],
  [hub, "golang go", "go"],
  [hub, "php", "php"],
  [hub, "openjdk eclipse-temurin amazoncorretto sapmachine jdk jre", "java"],
  [
    /^mcr\.microsoft\.com\/dotnet\/(?:core\/|nightly\/)?$/,
    "aspnet runtime sdk runtime-deps",
    "dotnet",
  ],
  [/^mcr\.microsoft\.com\/openjdk\/$/, "jdk", "java"],
  [/^public\.ecr\.aws\/lambda\/$/, "nodejs", "node"],
  [/^public\.ecr\.aws\/lambda\/$/, "python", "python"],
  [/^public\.ecr\.aws\/lambda\/$/, "ruby", "ruby"],
  [/^public\.ecr\.aws\/lambda\/$/, "java", "java"],
  [/^public\.ecr\.aws\/lambda\/$/, "dotnet", "dotnet"],
  [/^(?:docker\.io\/)?cimg\/$/, "node", "node"],
  [/^(?:docker\.io\/)?cimg\/$/, "python", "python"],
  [/^(?:docker\.io\/)?cimg\/$/, "ruby", "ruby"],
  [/^(?:docker\.io\/)?cimg\/$/, "go", "go"],
  [/^(?:docker\.io\/)?cimg\/$/, "php", "php"],
  [/^(?:docker\.io\/)?cimg\/$/, "openjdk", "java"],
  [/^(?:docker\.io\/)?azul\/$/, "zulu-openjdk zulu-openjdk-alpine zulu-openjdk-debian", "java"],
  [/^(?:docker\.io\/)?bellsoft\/$/, "liberica-openjdk-alpine liberica-openjdk-debian", "java"],
];

/** Tools on a Java of their own: `maven:3.9-eclipse-temurin-17`, `gradle:8.5-jdk21`, `tomcat:9-jre11`. */
const javaTools: ReadonlySet<string> = new Set(["maven", "gradle", "tomcat", "jetty", "sonarqube"]);
const javaInTag =
  /(?:^|-)(?:jdk|jre|eclipse-temurin|openjdk|amazoncorretto|corretto|java|ibm-semeru-runtimes|sapmachine)-?(\d{1,2})(?![\d.])/;

/** Images whose name holds the version: `gcr.io/distroless/nodejs18-debian12`, `ubi8/nodejs-16`, `ubi9/python-39`. */
const named: readonly (readonly [RegExp, RuntimeName])[] = [
  [/^gcr\.io\/distroless\/nodejs(\d{2})(?:-|:|$)/, "node"],
  [/^gcr\.io\/distroless\/java(\d{1,2})(?:-|:|$)/, "java"],
  [
    /^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d|rhscl|rhel\d)\/nodejs-(\d{1,2})(?:-|:|$)/,
    "node",
  ],
  [
    /^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d|rhscl)\/openjdk-(\d{1,2})(?:-|:|$)/,
    "java",
  ],
  [
    /^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d|rhscl)\/python-(\d{2,3})(?:-|:|$)/,
    "python",
  ],
  [/^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d|rhscl)\/ruby-(\d{2})(?:-|:|$)/, "ruby"],
  [/^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d|rhscl)\/php-(\d{2})(?:-|:|$)/, "php"],
  [
    /^registry\.(?:access\.)?redhat\.(?:com|io)\/(?:ubi\d|rhscl)\/dotnet-(\d{2,3})(?:-|:|$)/,
    "dotnet",
  ],
];
const unknownPart = "\uFFFD";

/**
 * Images of a Dockerfile's stages, with build arguments by their defaults: only those before the first `FROM` count in one. What a
 * base image of one's own holds is told where that is built.
 */
export function imageRuntimes(text: string): ImageRuntime[] {
  const globals = new Map<string, string>();
  let isBefore = true;
  const said = instructions(text);
  const shipped = shippedLines(said);
  return said.flatMap(({ words, line }) => {
    const [verb = "", ...rest] = words;
    if (/^ARG$/i.test(verb)) {
      if (isBefore) for (const word of rest) readArgument(word, globals);
      return [];
    }
    isBefore = false;
    const written = rest.find((word) => !word.startsWith("--")) ?? "";
    const found = runtimeOf(expandVariables(unquoted(written), globals, unknownPart));
    return found === null ? [] : [[...found, line, shipped.has(line)] as const];
  });
}

/** Lines of the last stage, and of those that it is built on by name. */
function shippedLines(
  said: readonly { readonly words: readonly string[]; readonly line: number }[],
): ReadonlySet<number> {
  const stages = said.filter(({ words }) => /^FROM$/i.test(words[0] ?? ""));
  const lines = new Set<number>();
  for (let at = stages.length - 1; at >= 0;) {
    const stage = stages[at];
    if (stage === undefined) break;
    lines.add(stage.line);
    const base = stage.words
      .slice(1)
      .find((word) => !word.startsWith("--"))
      ?.toLowerCase();
    at = stages.slice(0, at).findLastIndex(({ words }) => {
      const as = words.findIndex((word) => /^as$/i.test(word));
      return as > 0 && words[as + 1]?.toLowerCase() === base;
    });
  }
  return lines;
}

/** `ARG` and `FROM` with their words; a backslash at the end goes on in the next line. */
function instructions(text: string): { words: string[]; line: number }[] {
  const found: { words: string[]; line: number }[] = [];
  const lines = text.split("\n");
  for (let index = 0; index < lines.length; index++) {
    const first = index;
    let said = lines[index] ?? "";
    if (!/^[ \t]*(?:ARG|FROM)[ \t\\]/i.test(said)) continue;
    for (let more = 0; more < 5 && /\\[ \t\r]*$/.test(said) && index + 1 < lines.length; more++) {
      index++;
      said = `${said.replace(/\\[ \t\r]*$/, "")} ${lines[index] ?? ""}`;
    }
    found.push({ words: said.slice(0, 2000).trim().split(/\s+/), line: first + 1 });
  }
  return found;
}

function readArgument(word: string, globals: Map<string, string>): void {
  const equals = word.indexOf("=");
  if (equals > 0 && globals.size < 200)
    globals.set(word.slice(0, equals), unquoted(word.slice(equals + 1)));
}

function unquoted(word: string): string {
  return /^(?:"[^"]*"|'[^']*')$/.test(word) ? word.slice(1, -1) : word;
}

function runtimeOf(image: string): readonly [RuntimeName, string] | null {
  const whole = image.slice(0, 300).toLowerCase().replace(/@.*/s, "");
  for (const [pattern, runtime] of named) {
    const version = pattern.exec(whole)?.[1];
    if (version !== undefined) return [runtime, dotted(runtime, version)];
  }
  const colon = whole.indexOf(":", whole.lastIndexOf("/") + 1);
  if (colon === -1) return null;
  const [path, tag] = [whole.slice(0, colon), whole.slice(colon + 1)];
  const slash = path.lastIndexOf("/") + 1;
  const [place, name] = [path.slice(0, slash), path.slice(slash)];
  if (javaTools.has(name) && hub.test(place)) {
    const java = javaInTag.exec(tag)?.[1];
    return java === undefined ? null : ["java", java];
  }
  const known = images.find(
    ([where, names]) => where.test(place) && names.split(" ").includes(name),
  );
  if (known === undefined) return null;
  // Of `hydrogen-slim`, `8u342-jre` and `3.2-alpine` the first word; only Node's names of releases have two: `lts-iron`.
  const [first = "", second = ""] = tag.split(/[-_]/);
  return [known[2], first === "lts" && second !== "" ? `lts/${second}` : first];
}

/** `39` → `3.9`, `311` → `3.11` where cycles have two numbers. */
function dotted(runtime: RuntimeName, digits: string): string {
  const isMajor = runtime === "node" || runtime === "java";
  return isMajor ? digits : `${digits.slice(0, 1)}.${digits.slice(1)}`;
}
