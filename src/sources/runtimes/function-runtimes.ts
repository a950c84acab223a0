import { lineNumbers } from "#evidence/line-numbers.ts";
import type { RuntimeName } from "#vocabulary/structure.ts";

/** Runtimes of functions and managed platforms by their letters: `nodejs16.x`, `python38`, `java8.al2`, `go1.x`, `dotnet6`. */
const names: ReadonlyMap<string, RuntimeName> = new Map([
  ["nodejs", "node"],
  ["node", "node"],
  ["python", "python"],
  ["ruby", "ruby"],
  ["java", "java"],
  ["go", "go"],
  ["dotnet", "dotnet"],
  ["dotnetcore", "dotnet"],
  ["php", "php"],
]);

export interface FunctionRuntime {
  readonly runtime: RuntimeName;
  readonly written: string;
  readonly line: number;
}

/**
 * What `runtime:` of serverless.yml, of AWS's templates (SAM, CloudFormation) and of Google's app.yaml names, and `runtime =` of
 * functions in Terraform, whatever resource or module takes it. Python, Ruby and PHP of app.yaml leave the point out (`python38` is 3.8).
 */
export function functionRuntimes(text: string): FunctionRuntime[] {
  let isStack = false;
  return text.split("\n").flatMap((written, index) => {
    if (/^\s{0,60}application_stack\s{0,9}\{/.test(written)) isStack = true;
    else if (/^\s{0,60}\}/.test(written)) isStack = false;
    const [, letters = "", version = ""] =
      inYaml.exec(written) ??
      inTerraform.exec(written) ??
      inAzure.exec(written) ??
      (isStack ? inStack.exec(written) : null) ??
      [];
    return named(letters, version, index + 1);
  });
}

/** `"runtime": "nodejs16.x"` of templates and configurations in JSON and in JavaScript. */
export function quotedRuntimes(text: string): FunctionRuntime[] {
  return everywhere(text, inQuotes, ([, letters = "", version = ""], line) =>
    named(letters, version, line),
  );
}

/** `Runtime.NODEJS_16_X`, `Runtime.PYTHON_3_8` of AWS's CDK, in whatever language. */
export function constantRuntimes(text: string): FunctionRuntime[] {
  return everywhere(text, inConstants, ([, letters = "", major = "", minor], line) =>
    named(letters.replace("_", ""), minor === undefined ? major : `${major}.${minor}`, line),
  );
}

function everywhere(
  text: string,
  pattern: RegExp,
  read: (match: RegExpExecArray, line: number) => readonly FunctionRuntime[],
): FunctionRuntime[] {
  const lineAt = lineNumbers(text);
  return [...text.matchAll(pattern)].flatMap((match) => read(match, lineAt(match.index)));
}

function named(letters: string, version: string, line: number): readonly FunctionRuntime[] {
  const runtime = names.get(letters.toLowerCase());
  if (runtime === undefined) return [];
  const isJoined = /^(?:python|ruby|php)$/.test(runtime) && /^\d{2,3}$/.test(version);
  const written = isJoined ? `${version.slice(0, 1)}.${version.slice(1)}` : version;
  // `go1.x` names no release.
  return runtime === "go" && written === "1" ? [] : [{ runtime, written, line }];
}

const inQuotes =
  /\b[Rr]untime["']?\s{0,9}:\s{0,9}["']([a-z]{2,12})(\d{1,3}(?:\.\d{1,3}){0,2})(?:\.x|\.al\d{1,4})?["']/g;
const inConstants =
  /\bRuntime\.(NODEJS|PYTHON|RUBY|JAVA|DOTNET_CORE|DOTNET)_(\d{1,3})(?:_(\d{1,3}))?(?:_X|_CORRETTO)?\b/g;
/** `linuxFxVersion: 'NODE|16-lts'` of Bicep, `linux_fx_version = "PYTHON|3.8"` of Terraform. */
const inAzure =
  /^[ \t]{0,60}(?:linuxFxVersion|linux_fx_version)[ \t]{0,60}[:=][ \t]{0,20}["'](NODE|PYTHON|DOTNETCORE|JAVA|PHP|RUBY)\|v?(\d{1,3}(?:\.\d{1,3}){0,2})(?:-[\w.-]{1,30})?["']/i;
/** `node_version = "16-lts"` in the `application_stack` of an application on Azure; of a cluster it is something else. */
const inStack =
  /^[ \t]{0,60}(node|python|dotnet|java|php|ruby|go)_version[ \t]{0,60}=[ \t]{0,20}"[v~]?(\d{1,3}(?:\.\d{1,3}){0,2})(?:-lts)?"/;

const inYaml =
  /^[ \t]{0,60}(?:- )?["']?[Rr]untime["']?[ \t]{0,9}:[ \t]{1,20}["']?([a-z]{2,12})(\d{1,3}(?:\.\d{1,3}){0,2})(?:\.x|\.al\d{1,4})?["']?\s{0,20}(?:#.{0,500})?$/;
/** A name of a value as well: `lambda_runtime = "python3.9"` of locals. */
const inTerraform =
  /^[ \t]{0,60}(?:[a-z_]{1,40}_)?runtime[ \t]{0,60}=[ \t]{0,20}"([a-z]{2,12})(\d{1,3}(?:\.\d{1,3}){0,2})(?:\.x|\.al\d{1,4})?"\s{0,20}(?:(?:#|\/\/).{0,500})?$/;

/** Images and features of a development container: what people build with where nothing else says what runs. */
export function containerRuntimes(text: string): FunctionRuntime[] {
  const found: FunctionRuntime[] = [];
  const lineAt = lineNumbers(text);
  for (const { 1: name = "", 2: tag = "", index } of text.matchAll(image))
    add(
      found,
      lineAt(index),
      imageNames.get(name),
      /^(?:\d{1,2}-)?(\d{1,3}(?:\.\d{1,3}){0,2})(?:-|$)/.exec(tag)?.[1],
    );
  for (const { 1: name = "", 2: version = "", index } of text.matchAll(feature))
    add(found, lineAt(index), imageNames.get(name), version);
  return found;
}

const imageNames: ReadonlyMap<string, RuntimeName> = new Map([
  ["javascript-node", "node"],
  ["typescript-node", "node"],
  ["node", "node"],
  ["python", "python"],
  ["ruby", "ruby"],
  ["java", "java"],
  ["go", "go"],
  ["dotnet", "dotnet"],
  ["php", "php"],
]);
/** Tags begin with the version of the image itself, where they have one: `1-20-bookworm`. */
const image =
  /"image"\s{0,9}:\s{0,9}"mcr\.microsoft\.com\/(?:devcontainers|vscode\/devcontainers)\/([a-z-]{2,20}):([\w.-]{1,60})"/g;
const feature =
  /"ghcr\.io\/devcontainers\/features\/([a-z-]{2,20})(?::[\w.-]{1,20})?"\s{0,9}:\s{0,9}\{[^{}]{0,500}?"version"\s{0,9}:\s{0,9}"([^"]{1,40})"/g;

function add(
  found: FunctionRuntime[],
  line: number,
  runtime: RuntimeName | undefined,
  written: string | undefined,
): void {
  if (runtime === undefined || written === undefined) return;
  found.push({ runtime, written, line });
}
