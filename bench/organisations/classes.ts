import { baseName, expectedClasses, type ExpectedClass, type Label } from "./inputs.ts";

export interface ClassedComponent {
  readonly repositoryId: string;
  readonly path: string;
  readonly class: ExpectedClass | "unknown";
  readonly probabilities: Readonly<Record<ExpectedClass, number>>;
}

/** A label that leaves one class right, and what was answered. */
export interface JudgedClass {
  readonly repository: string;
  /** Null: the repository itself. */
  readonly path: string | null;
  readonly expected: ExpectedClass;
  readonly confidence: string;
  /** None: no component stands there. */
  readonly answer: ExpectedClass | "unknown" | "none";
  /** Probability given to the expected class; a third where no component stands there. */
  readonly probability: number;
}

export interface ClassScore {
  readonly all: number;
  readonly right: number;
  readonly answered: number;
  readonly alwaysPlatform: number;
  /** Mean; nats. */
  readonly logLoss: number | null;
  /** Mean of right 1, not answered 0.3, wrong −1. */
  readonly utility: number | null;
}

/** The component of a repository is the one at its root, else the first one; labels that say `either` are left out. */
export function judgeClasses(
  labels: readonly Label[],
  components: readonly ClassedComponent[],
): JudgedClass[] {
  const root = new Map<string, ClassedComponent>();
  const part = new Map<string, ClassedComponent>();
  for (const component of components) {
    const name = baseName(component.repositoryId);
    if (!root.has(name) || component.path === ".") root.set(name, component);
    part.set(`${name}#${component.path}`, component);
  }
  return labels.flatMap((label): JudgedClass[] => {
    const { expected, confidence, path } = label;
    if (expected === "either") return [];
    const repository = baseName(label.repo);
    const found = path === undefined ? root.get(repository) : part.get(`${repository}#${path}`);
    return [
      {
        repository,
        path: path ?? null,
        expected,
        confidence,
        answer: found?.class ?? "none",
        probability: found?.probabilities[expected] ?? 1 / 3,
      },
    ];
  });
}

export function isRight({ answer, expected }: JudgedClass): boolean {
  return answer === expected;
}

export function scoreClasses(judged: readonly JudgedClass[]): ClassScore {
  const all = judged.length;
  const right = judged.filter(isRight).length;
  const answered = judged.filter(({ answer }) => answer !== "unknown" && answer !== "none").length;
  const losses = judged.map(({ probability }) => -Math.log(Math.max(probability, 1e-9)));
  const utility = right - (answered - right) + 0.3 * (all - answered);
  return {
    all,
    right,
    answered,
    alwaysPlatform: judged.filter(({ expected }) => expected === "platform").length,
    logLoss: all === 0 ? null : losses.reduce((sum, loss) => sum + loss, 0) / all,
    utility: all === 0 ? null : utility / all,
  };
}

/** By how sure the labeller was, in the order of the alphabet. */
export function byConfidence(judged: readonly JudgedClass[]): Map<string, JudgedClass[]> {
  const groups = new Map<string, JudgedClass[]>();
  for (const confidence of [...new Set(judged.map((one) => one.confidence))].sort())
    groups.set(
      confidence,
      judged.filter((one) => one.confidence === confidence),
    );
  return groups;
}

const answers = [...expectedClasses, "unknown", "none"] as const;

/** Rows: what the labels say. Columns: what was answered; `none` only where it occurs. */
export function confusionLines(judged: readonly JudgedClass[]): string[] {
  const columns = answers.filter(
    (answer) => answer !== "none" || judged.some((one) => one.answer === answer),
  );
  const line = (cells: readonly string[]): string =>
    cells.map((cell, index) => (index === 0 ? cell.padEnd(16) : cell.padStart(12))).join("");
  const rows = expectedClasses.filter((expected) =>
    judged.some((one) => one.expected === expected),
  );
  const countOf = (expected: string, answer: string): number =>
    judged.filter((one) => one.expected === expected && one.answer === answer).length;
  return [
    line(["label \\ answer", ...columns]),
    ...rows.map((row) => line([row, ...columns.map((column) => String(countOf(row, column)))])),
  ];
}

export function placeOf({ repository, path }: Pick<JudgedClass, "repository" | "path">): string {
  return path === null ? repository : `${repository}#${path}`;
}
