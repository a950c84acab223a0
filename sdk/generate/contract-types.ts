import openapiTypescript, { astToString, type OpenAPI3 } from "openapi-typescript";

export interface ContractLists {
  /** Codes of refusals. */
  readonly problemCodes: readonly string[];
  /** Addresses at which a POST with an Idempotency-Key is acted upon once. */
  readonly keyedPosts: readonly string[];
  /** List of records → section that it is of. */
  readonly sectionOfList: Readonly<Record<string, string>>;
}

/** What the SDK knows of the service, as TypeScript: the document of its API, and what a program has to know beside. */
export async function contractTypes(document: object, lists: ContractLists): Promise<string> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of our own making, held to the specification by a test of the API
  const types = astToString(await openapiTypescript(document as OpenAPI3));
  return `// Written by \`npm run generate\` from the schemas of the service.
${types}
export const problemCodes = ${json(lists.problemCodes)} as const;
export const keyedPosts = ${json(lists.keyedPosts)} as const;
export const sectionOfList = ${json(lists.sectionOfList)} as const;
`;
}

function json(value: object): string {
  return JSON.stringify(value, null, 2);
}
