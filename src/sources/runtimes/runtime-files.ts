import type { DeclaredRuntime, ParseProblem, RuntimeName } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";

type Reader = (text: string) => readonly (readonly [RuntimeName, string, number])[];

const wholeFile =
  (runtime: RuntimeName): Reader =>
  (text) => {
    const line = text.split("\n").findIndex((one) => /^\s*[^#\s]/.test(one));
    const written = (text.split("\n")[line] ?? "").trim();
    return written === "" ? [] : [[runtime, written, line + 1]];
  };

/** Every match of a pattern whose group 1 is the version. */
const matching =
  (runtime: RuntimeName, pattern: RegExp): Reader =>
  (text) =>
    Array.from(text.matchAll(pattern), (match): [RuntimeName, string, number] => [
      runtime,
      match[1] ?? "",
      lineAt(text, match.index),
    ]);

const toolNames: ReadonlyMap<string, RuntimeName> = new Map([
  ["ruby", "ruby"],
  ["nodejs", "node"],
  ["node", "node"],
  ["python", "python"],
  ["java", "java"],
  ["golang", "go"],
  ["go", "go"],
  ["php", "php"],
  ["dotnet", "dotnet"],
  ["dotnet-core", "dotnet"],
]);

const toolVersions: Reader = (text) =>
  text.split("\n").flatMap((line, index) => {
    const [, name = "", version = ""] = /^\s*([a-z-]{2,30})[ \t]+(\S{1,60})/.exec(line) ?? [];
    const runtime = toolNames.get(name);
    return runtime === undefined ? [] : [[runtime, version, index + 1] as const];
  });

const imageNames: ReadonlyMap<string, RuntimeName> = new Map([
  ["ruby", "ruby"],
  ["node", "node"],
  ["python", "python"],
  ["golang", "go"],
  ["php", "php"],
  ["openjdk", "java"],
  ["eclipse-temurin", "java"],
  ["amazoncorretto", "java"],
  ["aspnet", "dotnet"],
  ["runtime", "dotnet"],
  ["sdk", "dotnet"],
]);

/** Official images only: what a base image of one's own holds is told where that is built. */
const dockerImages: Reader = (text) =>
  text.split("\n").flatMap((line, index) => {
    const image = /^\s*FROM\s+(?:--\S{1,100}\s+)?(\S{1,300})/i.exec(line)?.[1] ?? "";
    const [, place = "", name = "", tag = ""] =
      /^((?:[\w.-]{1,100}\/){0,4})([\w-]{1,60}):(\d[\w.-]{0,60})/.exec(image) ?? [];
    const isOfficial =
      name === "aspnet" || name === "runtime" || name === "sdk"
        ? place === "mcr.microsoft.com/dotnet/"
        : /^(?:(?:docker\.io\/|public\.ecr\.aws\/docker\/)?(?:library\/)?)$/.test(place);
    const runtime = isOfficial ? imageNames.get(name) : undefined;
    return runtime === undefined ? [] : [[runtime, tag.split("-", 1)[0] ?? "", index + 1] as const];
  });

/** In the order of how directly each says what runs: the first that fits a component counts. */
const files: readonly (readonly [RegExp, Reader])[] = [
  [/(?:^|\/)\.ruby-version$/, wholeFile("ruby")],
  [/(?:^|\/)\.(?:node-version|nvmrc)$/, wholeFile("node")],
  [/(?:^|\/)\.python-version$/, wholeFile("python")],
  [/(?:^|\/)\.java-version$/, wholeFile("java")],
  [/(?:^|\/)\.go-version$/, wholeFile("go")],
  [/(?:^|\/)\.php-version$/, wholeFile("php")],
  [/(?:^|\/)\.tool-versions$/, toolVersions],
  [/(?:^|\/)runtime\.txt$/, matching("python", /^python-(\d{1,3}(?:\.\d{1,3}){0,2})/gm)],
  [
    /(?:^|\/)global\.json$/,
    matching(
      "dotnet",
      /"sdk"\s{0,20}:\s{0,20}\{[^{}]{0,500}"version"\s{0,20}:\s{0,20}"([^"]{1,60})"/g,
    ),
  ],
  [/(?:^|\/)(?:[\w.-]{1,60}\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]{1,60})?$/, dockerImages],
  [/(?:^|\/)Gemfile$/, matching("ruby", /^ruby[ (]["']([^"']{1,60})["']/gm)],
  [
    /(?:^|\/)package\.json$/,
    matching(
      "node",
      /"engines"\s{0,20}:\s{0,20}\{[^{}]{0,500}"node"\s{0,20}:\s{0,20}"([^"]{1,60})"/g,
    ),
  ],
  [/(?:^|\/)go\.mod$/, matching("go", /^toolchain go(\d{1,3}(?:\.\d{1,3}){1,2})/gm)],
  [
    /(?:^|\/)composer\.json$/,
    matching(
      "php",
      /"require"\s{0,20}:\s{0,20}\{[^{}]{0,5000}"php"\s{0,20}:\s{0,20}"([^"]{1,60})"/g,
    ),
  ],
  [
    /(?:^|\/)pyproject\.toml$/,
    matching("python", /^(?:requires-python|python)\s{0,20}=\s{0,20}["']([^"'\n]{1,60})["']/gm),
  ],
  [
    /(?:^|\/)pom\.xml$/,
    matching("java", /<(?:java\.version|maven\.compiler\.(?:release|target))>([^<]{1,20})</g),
  ],
  [
    /(?:^|\/)build\.gradle(?:\.kts)?$/,
    matching("java", /JavaLanguageVersion\.of\(["']?(\d{1,3})["']?\)/g),
  ],
  [/\.csproj$/, matching("dotnet", /<TargetFramework>net(?:coreapp)?(\d{1,2}\.\d{1,2})</g)],
];

const mostRuntimes = 40;
const longest = 1024 * 1024;

/** Versions of language runtimes that files pin, as they stand at HEAD. */
export const runtimeFiles: FileSource = {
  id: "runtimes",
  version: 1,
  detect: (path) =>
    files.some(([pattern]) => pattern.test(path)) && !isForeignPath(path) && !isTestPath(path)
      ? "head"
      : "none",
  read: ({ path, text }) => {
    const rank = files.findIndex(([pattern]) => pattern.test(path));
    const problems: ParseProblem[] =
      text.length > longest
        ? [{ code: "truncated", text: "only its first million characters were read" }]
        : [];
    const found = files[rank]?.[1](text.slice(0, longest)) ?? [];
    const runtimes = found
      .slice(0, mostRuntimes)
      .flatMap(([runtime, written, line]): DeclaredRuntime[] => {
        const version = pinned(written);
        return version === null ? [] : [{ runtime, version, written, line, rank }];
      });
    return {
      ...(runtimes.length === 0 ? {} : { runtimes }),
      ...(problems.length === 0 ? {} : { problems }),
    };
  },
};

/** `3.2.1`, `v18`, `~> 3.2.0`, `^18.1`, `18.x`, `ruby-2.7.8`; null for ranges that many releases fit (`>= 16`, `16 || 18`). */
function pinned(written: string): string | null {
  const said = written.trim().slice(0, 60);
  if (/[<|,]|(?<!~)>|\s-\s|^\*|^lts|^system|^latest/i.test(said)) return null;
  const number = /^(?:[a-z]{1,20}-)?[~^=>v\s]{0,5}(\d{1,4}(?:\.\d{1,5}){0,3})/i.exec(said)?.[1];
  return number ?? null;
}

function lineAt(text: string, index: number): number {
  let line = 1;
  for (let at = text.indexOf("\n"); at !== -1 && at < index; at = text.indexOf("\n", at + 1))
    line++;
  return line;
}
