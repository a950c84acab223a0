import { parseSync } from "oxc-parser";

/** A function that other modules may call. */
export interface ExportedFunction {
  readonly path: string;
  /** Of a method with its class: `TokenStore.read`. */
  readonly name: string;
  readonly parametersCount: number;
}

interface Node {
  readonly type: string;
  readonly id?: Node | null;
  readonly key?: Node;
  readonly name?: string;
  readonly params?: readonly unknown[];
  readonly init?: Node | null;
  readonly value?: Node | null;
  readonly body?: Node | readonly Node[];
  readonly declaration?: Node | null;
  readonly declarations?: readonly Node[];
  readonly specifiers?: readonly { readonly local: Node }[];
  readonly source?: unknown;
  readonly accessibility?: string;
}

/** Functions that a module exports, as declarations or as constants, and what its exported classes show of themselves. */
export function exportedFunctions(path: string, text: string): ExportedFunction[] {
  const body = parseSync(path, text).program.body as unknown as readonly Node[];
  const listed = new Set(
    body.flatMap(({ type, source, specifiers = [] }) =>
      type === "ExportNamedDeclaration" && source === null
        ? specifiers.map(({ local }) => local.name)
        : [],
    ),
  );
  return body.flatMap((statement) => {
    const declared = statement.declaration ?? statement;
    const isExported = statement.type.startsWith("Export");
    return functionsOf(declared)
      .filter(({ owner }) => isExported || listed.has(owner))
      .map(({ name, parametersCount }) => ({ path, name, parametersCount }));
  });
}

interface Found {
  readonly owner: string;
  readonly name: string;
  readonly parametersCount: number;
}

function functionsOf(declared: Node): Found[] {
  const owner = declared.id?.name ?? "default";
  if (declared.type === "FunctionDeclaration")
    return [{ owner, name: owner, parametersCount: declared.params?.length ?? 0 }];
  if (declared.type === "VariableDeclaration")
    return (declared.declarations ?? []).flatMap(({ id, init }) => {
      const name = id?.name ?? "";
      const count = /Function/.test(init?.type ?? "") ? init?.params?.length : undefined;
      return count === undefined ? [] : [{ owner: name, name, parametersCount: count }];
    });
  if (declared.type !== "ClassDeclaration") return [];
  const members = (declared.body as { readonly body: readonly Node[] }).body;
  return members
    .filter(({ type, accessibility }) => type === "MethodDefinition" && accessibility !== "private")
    .filter(({ key }) => key?.type !== "PrivateIdentifier")
    .map(({ key, value }) => ({
      owner,
      name: `${owner}.${key?.name ?? ""}`,
      parametersCount: value?.params?.length ?? 0,
    }));
}
