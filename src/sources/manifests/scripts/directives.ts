/**
 * What in a source file says that it brings its dependencies along, by the ending of its name: for a first look at files that are
 * read for something else. The reader decides.
 */
const ofDeno = /\b(?:from|import)[ \t]{0,5}\(?[ \t]{0,5}["'](?:npm|jsr):/;
const marks: ReadonlyMap<string, RegExp> = new Map<string, RegExp>([
  ["py", /^# \/\/\/ script[ \t]{0,20}\r?$/m],
  ["cs", /^#:(?:package|project|sdk)[ \t]/m],
  ["fsx", /^[ \t]{0,20}#r[ \t]{1,20}"nuget:/m],
  ["csx", /^[ \t]{0,20}#(?:r|load)[ \t]{1,20}"nuget:/m],
  ["scala", /^\/\/>[ \t]{1,20}using[ \t]|\bimport[ \t]{1,20}\$(?:ivy|dep)\./m],
  ["java", /^\/\/DEPS[ \t]/m],
  ["kt", /^\/\/DEPS[ \t]|^@file:DependsOn/m],
  ["kts", /^@file:DependsOn/m],
  ["groovy", /@Grab[ \t]{0,20}\(/],
  ["rb", /\bbundler\/inline\b/],
  ...["ts", "tsx", "mts", "js", "jsx", "mjs"].map((ending): [string, RegExp] => [ending, ofDeno]),
  ["exs", /\bMix\.install[ \t]{0,20}\(/],
]);

/** Id of the source that reads them. */
export const scriptDependenciesReader = "script-dependencies";

export function bringsDependencies(path: string, text: string): boolean {
  const ending = endingOf(path);
  return marks.get(ending)?.test(text) === true;
}

/** What follows the last dot of the name, in lower case. */
export function endingOf(path: string): string {
  return path.slice(path.lastIndexOf(".") + 1).toLowerCase();
}
