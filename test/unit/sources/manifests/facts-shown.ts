import type { FileSource } from "#evidence/source.ts";

/** Uses as lines of text: purl, constraint, scope, line, where from. */
export function shown(source: FileSource, path: string, text: string): string[] {
  return (source.read({ path, text }).dependencies ?? []).map((one) =>
    [
      one.purl.slice(4),
      one.constraint ?? "-",
      one.scope,
      one.line ?? "-",
      ...(one.localPath === undefined ? [] : [`in ${one.localPath}`]),
      ...(one.origin === undefined ? [] : [`from ${one.origin}`]),
    ].join(" "),
  );
}

export function offered(source: FileSource, path: string, text: string): string[] {
  return (source.read({ path, text }).packages ?? []).map(
    (one) => `${one.purl.slice(4)} ${one.version ?? "-"} ${one.isPrivate ? "private" : "public"}`,
  );
}
