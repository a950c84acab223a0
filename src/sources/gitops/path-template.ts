/** Where deployments stand, as configured: `charts/{application}/values-{environment}.yaml`. `*` is any part of a segment. */
export interface DeploymentPattern {
  /** Name or id of the only repository it is for; null: any. */
  readonly repository: string | null;
  readonly path: string;
  /** For all files of the pattern, where the path does not say. */
  readonly environment: string | null;
  readonly application: string | null;
  /** Key of the value in the file; null: the usual ones. */
  readonly key: string | null;
}

export interface PathParts {
  readonly environment: string | null;
  readonly application: string | null;
}

type Piece = { readonly text: string } | { readonly name: "environment" | "application" | "*" };

/** What the placeholders of a template stand for in `path`; null when it does not fit. Linear in the path. */
export function matchTemplate(template: string, path: string): PathParts | null {
  const wanted = template.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const found = new Map<string, string>();
  for (const [index, segment] of wanted.entries()) {
    if (!matchSegment(piecesOf(segment), given[index] ?? "", found)) return null;
  }
  return {
    environment: found.get("environment") ?? null,
    application: found.get("application") ?? null,
  };
}

function piecesOf(segment: string): Piece[] {
  return segment
    .split(/(\{environment\}|\{application\}|\*)/)
    .filter((text) => text !== "")
    .map((text) => {
      if (text === "{environment}") return { name: "environment" };
      if (text === "{application}") return { name: "application" };
      return text === "*" ? { name: "*" } : { text };
    });
}

/** A placeholder takes what lies up to the next literal text; the last literal of a segment is looked for at its end. */
function matchSegment(pieces: readonly Piece[], segment: string, found: Map<string, string>) {
  let at = 0;
  let open: string | null = null;
  for (const [index, piece] of pieces.entries()) {
    if ("name" in piece) {
      open = piece.name;
      continue;
    }
    const isLast = index === pieces.length - 1;
    const next = isLast ? segment.length - piece.text.length : segment.indexOf(piece.text, at);
    if (next < at || !segment.startsWith(piece.text, next)) return false;
    if (open === null ? next !== at : next === at) return false;
    if (open !== null) found.set(open, segment.slice(at, next));
    open = null;
    at = next + piece.text.length;
  }
  if (open === null) return at === segment.length;
  if (at >= segment.length) return false;
  found.set(open, segment.slice(at));
  return true;
}
