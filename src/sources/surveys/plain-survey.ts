import type { SurveyFile } from "#evidence/declared.ts";

/**
 * Answers as the plainest file of them: NDJSON, a line for each respondent, with `team`, `at` and each item. Whatever else stood in
 * what they were read from is not in it: names and addresses of people, mostly. `readSurvey` reads the same from it.
 */
export function plainSurvey({ answers }: SurveyFile): string {
  const items = [...new Set(answers.map(({ item }) => item))].sort();
  const rows = new Map<number, Map<string, string | number | null>>();
  for (const { respondent, team, at, item, value } of answers) {
    const written = at === null ? null : new Date(at * 1000).toISOString();
    const blank: [string, string | number | null][] = [
      ["team", team],
      ["at", written],
    ];
    const row =
      rows.get(respondent) ??
      new Map([...blank, ...items.map((one): [string, null] => [one, null])]);
    rows.set(respondent, row.set(item, value));
  }
  return [...rows.values()].map((row) => `${JSON.stringify(Object.fromEntries(row))}\n`).join("");
}
