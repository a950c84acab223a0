import type { DeclaredRuntime, ParseProblem } from "#evidence/facts.ts";
import { isForeignPath } from "#evidence/foreign-path.ts";
import { lineNumbers } from "#evidence/line-numbers.ts";
import type { FileSource } from "#evidence/source.ts";
import { isTestPath } from "#evidence/test-path.ts";
import {
  constantRuntimes,
  containerRuntimes,
  functionRuntimes,
  quotedRuntimes,
} from "./function-runtimes.ts";
import { imageRuntimes } from "./runtime-images.ts";
import { pinnedByName } from "./runtime-names.ts";
import { pinnedByRange, type RangeDialect } from "./runtime-ranges.ts";
import type { RuntimeName } from "#vocabulary/structure.ts";

/** A runtime as it is written; a name of a version unless a dialect of ranges is given. */
interface Mention {
  readonly runtime: RuntimeName;
  readonly written: string;
  readonly line: number;
  readonly dialect?: RangeDialect;
  /** What is not understood is told: the file says nothing but this. */
  readonly isAsked?: true;
  /** See `DeclaredRuntime.runs`. */
  readonly runs?: DeclaredRuntime["runs"];
  /** See `DeclaredRuntime.isOfAllBelow`. */
  readonly isOfAllBelow?: true;
}

type Reader = (text: string) => readonly Mention[];

const wholeFile =
  (runtime: RuntimeName): Reader =>
  (text) => {
    const lines = text.split("\n");
    const line = lines.findIndex((one) => /^\s*[^#\s]/.test(one));
    const written = (lines[line] ?? "").replace(/\s#.*/s, "").trim();
    return written === "" ? [] : [{ runtime, written, line: line + 1, isAsked: true }];
  };

/** Every match of a pattern whose group 1 is the version. */
const matching =
  (runtime: RuntimeName, pattern: RegExp, dialect?: RangeDialect): Reader =>
  (text) => {
    const lineAt = lineNumbers(text);
    return Array.from(text.matchAll(pattern), (match) => ({
      runtime,
      written: match[1] ?? "",
      line: lineAt(match.index),
      ...(dialect === undefined ? {} : { dialect }),
    }));
  };

const javaOfPom = matching(
  "java",
  /<(?:java\.version|maven\.compiler\.(?:release|target)|release)>(\d[^<]{0,19})</g,
);

/** One run of the compiler among several is for some of the classes; lines stay where they are. */
function withoutExecutions(text: string): string {
  const open = "<executions>";
  const close = "</executions>";
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const start = text.indexOf(open, from);
    const end = start < 0 ? -1 : text.indexOf(close, start);
    if (end < 0) break;
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\n]/g, ""));
    from = end;
  }
  return parts.join("") + text.slice(from);
}

const all =
  (...readers: readonly Reader[]): Reader =>
  (text) =>
    readers.flatMap((read) => read(text));

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

/** `nodejs 18.1.0 16.2.0`: the first version is used, the others where it is missing. */
const toolVersions: Reader = (text) =>
  text.split("\n").flatMap((line, index) => {
    const [, name = "", written = ""] = /^\s*([a-z-]{2,30})[ \t]+(\S{1,60})/.exec(line) ?? [];
    const runtime = toolNames.get(name);
    return runtime === undefined ? [] : [{ runtime, written, line: index + 1, isAsked: true }];
  });

/** `java=17.0.8-tem` of SDKMAN; `node = "18"`, `node = ["18", "20"]`, `node = { version = "18" }` of mise and proto. */
const toolAssignments: Reader = (text) =>
  text.split("\n").flatMap((line, index, lines) => {
    const section = /^\[tools\."?(?:core:)?([a-z-]{2,30})"?\]\s{0,20}$/.exec(
      lines[index - 1] ?? "",
    );
    const [, key = "", written = ""] =
      /^\s{0,20}"?(?:core:)?([a-z-]{2,30})"?[ \t]{0,20}=[ \t]{0,20}(?:[[{][^"'\n]{0,60})?["']?([^"',\s\]}]{1,60})/.exec(
        line,
      ) ?? [];
    const name = key === "version" ? (section?.[1] ?? "") : key;
    const runtime = toolNames.get(name);
    return runtime === undefined ? [] : [{ runtime, written, line: index + 1, isAsked: true }];
  });

/** A compiler's stage goes into what is shipped, though its image does not. */
const isCompiledIn: ReadonlySet<RuntimeName> = new Set(["go"]);

const images: Reader = (text) =>
  imageRuntimes(text).map(([runtime, written, line, isShipped]) => ({
    runtime,
    written,
    line,
    ...(isShipped || isCompiledIn.has(runtime) ? { runs: "image" as const } : {}),
  }));

const functions: Reader = (text) =>
  functionRuntimes(text).map((one) => ({ ...one, runs: "function" as const }));

const quotedNames: Reader = (text) =>
  quotedRuntimes(text).map((one) => ({ ...one, runs: "function" as const }));

const constants: Reader = (text) =>
  constantRuntimes(text).map((one) => ({ ...one, runs: "function" as const }));

/** `- python=3.8`, `- conda-forge::nodejs ==18.1`, `- python>=3.8,<3.9` of conda's environments. */
const conda: Reader = (text) =>
  text.split("\n").flatMap((line, index) => {
    const [, name = "", operator = "", rest = ""] =
      /^\s{0,20}-\s{1,9}["']?(?:[\w./-]{1,60}::)?(python|nodejs)\s{0,9}([<>=~!]{1,2})\s{0,9}([^"'#]{1,60})/.exec(
        line,
      ) ?? [];
    const runtime = toolNames.get(name);
    if (runtime === undefined) return [];
    // A build may stand behind the version: `=3.8=h1234`.
    const isExact = operator === "=" || operator === "==";
    const written = isExact ? (rest.split(/[=,\s]/, 1)[0] ?? "") : `${operator}${rest.trim()}`;
    const one = { runtime, written, line: index + 1 };
    return [isExact ? one : { ...one, dialect: "pep440" as const }];
  });

/** `NODE_VERSION = "18"` of a build's environment. */
const buildVariables: Reader = (text) =>
  text.split("\n").flatMap((line, index) => {
    const [, name = "", written = ""] =
      /^\s{0,20}(NODE|PYTHON|RUBY|GO|PHP|JAVA)_VERSION\s{0,20}=\s{0,20}["']([^"']{1,40})["']/.exec(
        line,
      ) ?? [];
    const runtime = toolNames.get(name.toLowerCase());
    return runtime === undefined ? [] : [{ runtime, written, line: index + 1 }];
  });

/** `ruby "~> 3.1.0"`, `ruby(">= 3.1", "< 3.2")`; options after it name files and engines. */
const gemfile: Reader = (text) =>
  text.split("\n").flatMap((line, index) => {
    const said = /^[ \t]{0,20}ruby[ (]{1,4}(["'].{0,200})/.exec(line)?.[1];
    if (said === undefined) return [];
    const requirements: string[] = [];
    for (const part of said.split(",")) {
      const quoted = /^\s{0,9}(?:"([^"]{1,60})"|'([^']{1,60})')[\s)]{0,9}(?:#.*)?$/.exec(part);
      if (quoted === null) break;
      requirements.push(quoted[1] ?? quoted[2] ?? "");
    }
    const written = requirements.join(", ");
    return written === "" ? [] : [{ runtime: "ruby", written, line: index + 1, dialect: "gem" }];
  });

/** An SDK that may be any later major says nothing. */
const globalJson: Reader = (text) =>
  /"rollForward"\s{0,20}:\s{0,20}"(?:latest)?major"/i.test(text)
    ? []
    : matching(
        "dotnet",
        /"sdk"\s{0,20}:\s{0,20}\{[^{}]{0,500}"version"\s{0,20}:\s{0,20}"([^"]{1,60})"/g,
      )(text);

/** One framework; a library that is built for several pins none. */
const targetFramework: Reader = matching(
  "dotnet",
  /<TargetFrameworks?>net(?:coreapp)?(\d{1,2}\.\d{1,2})(?:-[\w.]{1,30})?</g,
);

/** Poetry's own section has ranges of its own; a bare number there is that version. */
const pyproject: Reader = all(
  matching("python", /^requires-python\s{0,20}=\s{0,20}["']([^"'\n]{1,60})["']/gm, "pep440"),
  matching("python", /^python\s{0,20}=\s{0,20}["']([^"'\n]{1,60})["']/gm, "poetry"),
);

/** In the order of how directly each says what runs: the first that fits a component counts. */
const files: readonly (readonly [RegExp, Reader])[] = [
  // What a JavaScript action runs on, whatever its authors build it with; those below .github are of the repository's own pipelines.
  [
    /^(?!(?:.{0,300}\/)?\.github\/)(?:.{1,300}\/)?action\.ya?ml$/,
    matching("node", /^\s{1,20}using:\s{0,20}["']?node(\d{1,3})["']?\s{0,20}(?:#.{0,200})?$/gm),
  ],
  [/(?:^|\/)\.ruby-version$/, wholeFile("ruby")],
  [/(?:^|\/)\.(?:node-version|nvmrc)$/, wholeFile("node")],
  [/(?:^|\/)\.python-version$/, wholeFile("python")],
  [/(?:^|\/)\.java-version$/, wholeFile("java")],
  [/(?:^|\/)\.go-version$/, wholeFile("go")],
  [/(?:^|\/)\.php-version$/, wholeFile("php")],
  [/(?:^|\/)\.tool-versions$/, toolVersions],
  [/(?:^|\/)(?:\.?mise(?:\.local)?\.toml|\.prototools|\.sdkmanrc)$/, toolAssignments],
  [/(?:^|\/)runtime\.txt$/, matching("python", /^python-(\d{1,3}(?:\.\d{1,3}){0,2})/gm)],
  [/(?:^|\/)global\.json$/, globalJson],
  [
    /(?:^|\/)(?:[\w.-]{1,60}\.)?(?:Dockerfile|Containerfile)(?:[.-][\w.-]{1,60})?(?<!\.(?:md|dockerignore))$/i,
    images,
  ],
  [/(?:^|\/)(?:serverless|app|sam|template)\.ya?ml$/, functions],
  [/\.bicep$/, functions],
  [
    /(?:^|\/)(?:cloudformation|cfn|sam|serverless|lambdas?)\/(?:[^/]{1,100}\/){0,4}[^/]{1,200}\.ya?ml$|(?:^|\/)[^/]{0,100}(?:cloudformation|cfn|serverless)[^/]{0,100}\.ya?ml$|\.tf$/i,
    functions,
  ],
  [/(?:^|\/)Gemfile$/, gemfile],
  [
    /(?:^|\/)package\.json$/,
    all(
      matching(
        "node",
        /"volta"\s{0,20}:\s{0,20}\{[^{}]{0,500}"node"\s{0,20}:\s{0,20}"([^"]{1,60})"/g,
      ),
      matching(
        "node",
        /"engines"\s{0,20}:\s{0,20}\{[^{}]{0,500}"node"\s{0,20}:\s{0,20}"([^"]{1,60})"/g,
        "npm",
      ),
    ),
  ],
  [/(?:^|\/)go\.mod$/, matching("go", /^toolchain go(\d{1,3}(?:\.\d{1,3}){1,2})/gm)],
  [
    /(?:^|\/)composer\.json$/,
    all(
      matching(
        "php",
        /"platform"\s{0,20}:\s{0,20}\{[^{}]{0,500}"php"\s{0,20}:\s{0,20}"([^"]{1,60})"/g,
      ),
      matching(
        "php",
        /"require"\s{0,20}:\s{0,20}\{[^{}]{0,5000}"php"\s{0,20}:\s{0,20}"([^"]{1,60})"/g,
        "composer",
      ),
    ),
  ],
  [
    /(?:^|\/)Pipfile$/,
    matching("python", /^python_(?:full_)?version\s{0,20}=\s{0,20}["']([^"'\n]{1,60})["']/gm),
  ],
  [/(?:^|\/)pyproject\.toml$/, pyproject],
  [/(?:^|\/)pixi\.toml$/, pyproject],
  [/(?:^|\/)(?:conda[\w-]{0,40}|[\w-]{0,40}environment)\.ya?ml$/, conda],
  [/(?:^|\/)netlify\.toml$/, buildVariables],
  [
    /(?:^|\/)setup\.(?:cfg|py)$/,
    matching(
      "python",
      /^\s{0,40}python_requires\s{0,20}=\s{0,20}["']?([^"'\n]{1,60})["']?/gm,
      "pep440",
    ),
  ],
  [/(?:^|\/)pom\.xml$/, (text) => javaOfPom(withoutExecutions(text))],
  [
    /(?:^|\/)build\.gradle(?:\.kts)?$/,
    all(
      matching("java", /(?:JavaLanguageVersion\.of|jvmToolchain)\(["']?(\d{1,3})["']?\)/g),
      matching(
        "java",
        /^\s{0,40}(?:(?:java\.)?targetCompatibility|(?:java\.)?sourceCompatibility|options\.release)(?:\s{0,9}=\s{0,9}|\s{1,9}|\.set\()(?:JavaVersion\.VERSION_(?:1_)?)?["']?(\d{1,3}(?:\.\d{1,3})?)\b/gm,
      ),
    ),
  ],
  [/\.(?:cs|fs|vb)proj$/, targetFramework],
  // What is said of all projects below, unless they say it themselves.
  [
    /(?:^|\/)Directory\.Build\.props$/i,
    (text) => targetFramework(text).map((one) => ({ ...one, isOfAllBelow: true as const })),
  ],
  [
    /(?:^|\/)\.devcontainer(?:\/[\w.-]{1,60}){0,1}\/devcontainer\.json$|(?:^|\/)\.devcontainer\.json$/,
    containerRuntimes,
  ],
  [
    /(?:^|\/)serverless\.(?:[cm]?[jt]s|json)$|(?:^|\/)(?:[\w.-]{1,60}\.)?template\.json$|\.tf\.json$/,
    quotedNames,
  ],
  [
    /(?:^|\/)(?:cloudformation|cfn|sam|serverless|lambdas?)\/(?:[^/]{1,100}\/){0,4}[^/]{1,200}\.json$/i,
    quotedNames,
  ],
  [
    /(?:^|\/)(?:cdk|infra|infrastructure|stacks?)\/(?:[^/]{1,100}\/){0,6}[^/]{1,200}\.(?:[cm]?[jt]s|py|java|kt|cs|go)$|(?:^|[/_.-])stack\.(?:[cm]?[jt]s|py)$|Stack\.(?:[cm]?[jt]s|java|kt|cs)$/,
    constants,
  ],
];

const mostRuntimes = 40;
const longest = 1024 * 1024;

/** Versions of language runtimes that files pin, as they stand at HEAD. */
export const runtimeFiles: FileSource = {
  id: "runtimes",
  version: 7,
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
    const runtimes: DeclaredRuntime[] = [];
    for (const { runtime, written, line, dialect, isAsked, runs, isOfAllBelow } of found.slice(
      0,
      mostRuntimes,
    )) {
      const named = pinned(runtime, written, dialect);
      if (named !== "unknown" && named !== "moving")
        runtimes.push({
          runtime,
          version: named.version,
          written,
          line,
          rank,
          ...(runs === undefined || isForBuilding(path) ? {} : { runs }),
          ...(isOfAllBelow === undefined ? {} : { isOfAllBelow }),
        });
      else if (named === "unknown" && isAsked === true)
        problems.push({
          code: "unsupported",
          text: `${runtime} is pinned by a name that is no known version`,
          line,
        });
    }
    return {
      ...(runtimes.length === 0 ? {} : { runtimes }),
      ...(problems.length === 0 ? {} : { problems }),
    };
  },
};

/** Images that pipelines and people work in: `.buildkite/Dockerfile`, `test.Dockerfile`, `Dockerfile.dev`. */
function isForBuilding(path: string): boolean {
  return forBuilding.test(path);
}

const forBuilding =
  /(?:^|\/)(?:\.[\w-]{1,40}|ci|builds?|dev|tools?|smoke[_-]?tests?)\/|(?:^|[/.])(?:test|dev|development|build|builder|ci|lint|smoke|local)(?:[._-][\w.-]{0,60})?\.?(?:Dockerfile|Containerfile)|(?:Dockerfile|Containerfile)\.(?:[\w-]{1,40}[._-])?(?:test|dev|development|build|builder|ci|lint|smoke|local)(?:[._-]|$)/i;

/** A name or number as it stands; a range only where all that fits it is one cycle. */
function pinned(
  runtime: RuntimeName,
  written: string,
  dialect: RangeDialect | undefined,
): ReturnType<typeof pinnedByName> {
  const isRange = dialect !== undefined || (runtime === "node" && /[<>|^~]/.test(written));
  if (!isRange) return pinnedByName(runtime, written);
  const version = pinnedByRange(runtime, written, dialect ?? "npm");
  return version === null ? "moving" : { version };
}
