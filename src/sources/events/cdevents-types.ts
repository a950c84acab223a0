/** Predicates of each subject in the specification up to 0.5, with the newest minor version of the event type in it. */
const known: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  artifact: { packaged: 3, signed: 3, published: 3, downloaded: 2, deleted: 2 },
  branch: { created: 3, deleted: 3 },
  build: { queued: 3, started: 3, finished: 3 },
  change: { created: 4, reviewed: 3, merged: 3, abandoned: 3, updated: 3 },
  environment: { created: 3, modified: 3, deleted: 3 },
  incident: { detected: 3, reported: 3, resolved: 3 },
  pipelinerun: { queued: 3, started: 3, finished: 3 },
  repository: { created: 3, modified: 3, deleted: 3 },
  service: { deployed: 3, upgraded: 3, rolledback: 3, removed: 3, published: 3 },
  taskrun: { started: 3, finished: 3 },
  testcaserun: { queued: 3, started: 3, finished: 3, skipped: 2 },
  testoutput: { published: 3 },
  testsuiterun: { queued: 3, started: 3, finished: 3 },
  ticket: { created: 2, updated: 2, closed: 2 },
};

/** What is unusual about an event type; null: the specification up to 0.5 has it. */
export function remarkOnType(
  subject: string,
  predicate: string,
  major: number,
  minor: number,
): string | null {
  const predicates = Object.hasOwn(known, subject) ? known[subject] : undefined;
  if (predicates === undefined || !Object.hasOwn(predicates, predicate))
    return `${subject}.${predicate} is no type of CDEvents 0.5; it counts as nothing`;
  if (major === 0 && minor <= (predicates[predicate] ?? 0)) return null;
  return `${subject}.${predicate} ${String(major)}.${String(minor)} is newer than CDEvents 0.5; read like the one that is known`;
}
