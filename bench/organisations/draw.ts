import { spawnSync } from "node:child_process";
import { join } from "node:path";
import type { Report } from "#sections/report.ts";
import type { Expected } from "./inputs.ts";
import type { Draw, DrawnEvidence } from "./result.ts";
import { drawFurther, type ShownUse } from "./uses.ts";

const linesShown = 4;

/** Further uses with all that somebody needs to judge them by reading. */
export async function drawWithEvidence(
  report: Pick<Report, "evidence">,
  shown: readonly ShownUse[],
  expected: Expected,
  folder: string,
  how: { readonly count: number; readonly seed: number },
): Promise<Draw> {
  const evidence = new Map(report.evidence.map((one) => [one.id, one]));
  const { drawn, of } = drawFurther(shown, expected.edges, expected.tolerated, how);
  return {
    of,
    drawn: drawn.map((use) => ({
      ...use,
      evidence: use.evidenceIds.flatMap((id): DrawnEvidence[] => {
        const found = evidence.get(id);
        if (found === undefined) return [];
        const { path, line, commit, how: seen, text } = found;
        const file = path === null ? null : textAtHead(join(folder, `${use.consumer}.git`), path);
        const names = use.via === "service" ? [text] : namesOf(use);
        const linesAtHead = file === null ? null : linesNaming(file, names);
        return [{ path, line, commit, how: seen, text, linesAtHead }];
      }),
    })),
  };
}

function textAtHead(gitDir: string, path: string): string | null {
  const shown = spawnSync("git", ["--git-dir", gitDir, "show", `HEAD:${path}`], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return shown.status === 0 ? shown.stdout : null;
}

/** The capability's name and those of its packages, whole and the last part of each. */
export function namesOf({
  capability,
  packages,
}: Pick<ShownUse, "capability" | "packages">): string[] {
  const whole = [capability, ...packages.map((purl) => decodeURIComponent(purl))];
  const last = whole.map((name) => name.slice(name.lastIndexOf("/") + 1));
  return [...new Set([...whole, ...last])].filter((name) => name.length > 1);
}

/** The first few lines that hold one of the names, numbered from 1 and cut short. */
export function linesNaming(text: string, names: readonly string[]): string[] {
  return text
    .split("\n")
    .flatMap((line, index) =>
      names.some((name) => line.includes(name))
        ? [`${String(index + 1)}: ${line.trim().slice(0, 160)}`]
        : [],
    )
    .slice(0, linesShown);
}
