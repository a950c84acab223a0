import type { DefinitionHistory } from "#evidence/repository-evidence.ts";

/** What a tool takes for granted where nothing is written: at every time. */
export function always(
  name: string,
  value: string,
  rest: Partial<DefinitionHistory> = {},
): DefinitionHistory {
  return { name, ...rest, spans: [{ value, from: { commit: "", at: -Infinity }, to: null }] };
}
