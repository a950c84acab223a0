import { cFamily } from "./c-family.ts";
import type { LanguageProfile } from "./language-profile.ts";
import { markupAndData } from "./markup-and-data.ts";
import { scripting } from "./scripting.ts";

export const languages: readonly LanguageProfile[] = [...cFamily, ...scripting, ...markupAndData];

const byExtension = new Map(languages.flatMap((l) => l.extensions.map((e) => [e, l] as const)));
const byFileName = new Map(
  languages.flatMap((l) => (l.fileNames ?? []).map((n) => [n, l] as const)),
);
const byInterpreter = new Map(
  languages.flatMap((l) => (l.interpreters ?? []).map((i) => [i, l] as const)),
);

/** Profile by file name, then extension, then `#!` line; null when the file is in no known language. */
export function languageOf(path: string, bytes: Uint8Array): LanguageProfile | null {
  const named = languageByName(path);
  if (named !== undefined) return named;
  if (bytes[0] !== 0x23 || bytes[1] !== 0x21) return null;
  return byInterpreter.get(interpreterOf(bytes)) ?? null;
}

/** Null when the name rules out every known language, undefined when the content must tell. */
export function languageByName(path: string): LanguageProfile | null | undefined {
  const name = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const dot = name.lastIndexOf(".");
  const byEnding = dot >= 0 ? byExtension.get(name.slice(dot + 1)) : undefined;
  if (byEnding !== undefined) return byEnding;
  const named = byFileName.get(dot > 0 ? name.slice(0, name.indexOf(".")) : name);
  return named ?? (dot > 0 ? null : undefined);
}

/** All that a path says about how its content is read: equal keys and equal content give equal tokens. */
export function languageKeyOf(path: string): string {
  const named = languageByName(path);
  return named === undefined ? "by-content" : (named?.id ?? "none");
}

function interpreterOf(bytes: Uint8Array): string {
  const end = bytes.subarray(0, 120).indexOf(0x0a);
  const line = String.fromCharCode(...bytes.subarray(2, end < 0 ? 120 : end)).trim();
  const words = line.split(/\s+/);
  const program = (words[0] ?? "").split("/").pop() ?? "";
  const name = program === "env" ? (words[1] ?? "") : program;
  return name.toLowerCase();
}
