import type { ComponentClass } from "#vocabulary/structure.ts";

/** What a reader says is wrong, in the words of `corrections` in fulcrum.yaml; `since` is the day on which it was said. */
export type Correction = { readonly since: string } & (
  | { readonly kind: "owner"; readonly component: string; readonly owner: string }
  | { readonly kind: "class"; readonly component: string; readonly class: ComponentClass }
  | { readonly kind: "name"; readonly of: string; readonly name: string }
  | {
      readonly kind: "edge";
      readonly consumer: string;
      readonly capability: string;
      readonly present: boolean;
    }
);

/** What it speaks of: of two that speak of the same the later counts. */
export function subjectOf(one: Correction): string {
  switch (one.kind) {
    case "owner":
    case "class":
      return JSON.stringify([one.kind, one.component]);
    case "name":
      return JSON.stringify([one.kind, one.of]);
    case "edge":
      return JSON.stringify([one.kind, one.consumer, one.capability]);
  }
}

/** The lines to paste into fulcrum.yaml. Every text is quoted as JSON, which YAML reads as it stands. */
export function yamlLines(corrections: readonly Correction[]): string {
  const lines = corrections.map(({ since, ...rest }) => {
    const fields = Object.entries(rest).map(([key, value]) =>
      key === "kind" || typeof value === "boolean"
        ? `${key}: ${String(value)}`
        : `${key}: ${JSON.stringify(value)}`,
    );
    return `  - { ${[...fields, `since: ${since}`].join(", ")} }`;
  });
  return `corrections:\n${lines.join("\n")}\n`;
}

/** The same as commands, one a line, for a POSIX shell. */
export function commandLines(corrections: readonly Correction[]): string {
  return `${corrections.map(commandOf).join("\n")}\n`;
}

function commandOf(one: Correction): string {
  const words = (...parts: readonly string[]): string => {
    // A name that begins like an option is none.
    const end = parts.some((part) => part.startsWith("-")) ? ["--"] : [];
    return [...start, ...end, ...parts.map(quoted)].join(" ");
  };
  const start = ["fulcrum", "correct", one.kind];
  if (one.kind === "edge" && !one.present) start.push("--absent");
  switch (one.kind) {
    case "owner":
      return words(one.component, one.owner);
    case "class":
      return words(one.component, one.class);
    case "name":
      return words(one.of, one.name);
    case "edge":
      return words(one.consumer, one.capability);
  }
}

const quoted = (text: string): string =>
  /^[\w./@:-]+$/.test(text) && !text.startsWith("-") ? text : `'${text.replaceAll("'", `'\\''`)}'`;

/** "tills is a product" */
export function sentenceOf(one: Correction, nameOf: (id: string) => string): string {
  switch (one.kind) {
    case "owner":
      return `${nameOf(one.component)} is owned by ${one.owner}`;
    case "class":
      return `${nameOf(one.component)} is ${one.class}`;
    case "name":
      return `${nameOf(one.of)} is called ${one.name}`;
    case "edge":
      return `${nameOf(one.consumer)} ${one.present ? "uses" : "does not use"} ${nameOf(one.capability)}`;
  }
}
