/**
 * Who serves whom? A library that calls its consumers' test workflows is not their consumer: it asks them whether its
 * own change breaks them. One file cannot know who the platform is; these are the literal signs it gives.
 */
export interface WorkflowCall {
  readonly jobWords: readonly string[];
  readonly repository: string;
  readonly owner: string;
  /** Path of the called workflow. */
  readonly file: string;
  readonly inputs: readonly (readonly [name: string, value: string])[];
}

const testWords = wordSet(
  "test tests testing tested spec specs rspec minitest cucumber pytest pact pacts e2e verify verifies verification smoke contract contracts acceptance regression compatibility downstream consumer consumers",
);
/** Names that a called pipeline may have besides; they count only beside a sign of direction. */
const checkWords = wordSet("ci check checks main build");
/** Words that say nothing of which repository is meant. */
const genericWords = wordSet(
  "platform shared common central ci cd workflow workflows action actions github pipeline pipelines template templates infrastructure infra tools tooling devops build deploy release reusable org",
);
const refWords = wordSet("ref sha branch commit revision version tag");
const neutralWords = wordSet(
  "git github ref sha branch commit revision version tag checkout target source head base image docker release deploy app application service repo repository",
);
const ownRevision =
  /\bgithub\.(?:ref|sha|head_ref|ref_name|event\.pull_request\.head\.(?:sha|ref))\b/;
const fanOut = 3;

/** Of several calls in one file, those that run the called repository's tests on the caller's behalf. */
export function reverseTests(calls: readonly WorkflowCall[]): ReadonlySet<WorkflowCall> {
  const tests = new Set(calls.filter((call) => hasAny(subjectWords(call), testWords)));
  const repositories = new Set([...tests].map((call) => `${call.owner}/${call.repository}`));
  const isFanOut = repositories.size >= fanOut;
  return new Set(
    calls.filter((call) => {
      const isTest = tests.has(call);
      const isCheck = isTest || hasAny(subjectWords(call), checkWords);
      return (
        (isTest && isFanOut) ||
        (isCheck && passesOwnRevision(call)) ||
        (isTest && namesCallee(call))
      );
    }),
  );
}

export function mentionsTests(text: string): boolean {
  return hasAny(wordsOf(text), testWords);
}

/** Lower-case words of `runPactTests`, `run-pact-tests`, `Run pact tests`. */
export function wordsOf(text: string): string[] {
  return text
    .slice(0, 500)
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
}

/** A job called after the called repository: `test-bakery-shop`, `Run bakery shop tests`. */
function namesCallee(call: WorkflowCall): boolean {
  const name = wordsOf(call.repository).filter((word) => !genericWords.has(word));
  return name.length > 0 && ` ${call.jobWords.join(" ")} `.includes(` ${name.join(" ")} `);
}

/** An input that tells the callee which revision of the caller to test with: `ovenRef: ${{ github.sha }}`. */
function passesOwnRevision(call: WorkflowCall): boolean {
  return call.inputs.some(([name, value]) => {
    const words = wordsOf(name);
    return (
      ownRevision.test(value) &&
      hasAny(words, refWords) &&
      words.some((word) => !neutralWords.has(word))
    );
  });
}

/** Words of the called file and of the job, without those that only repeat the repository's name. */
function subjectWords(call: WorkflowCall): string[] {
  const repository = new Set(wordsOf(call.repository));
  const file = call.file.slice(call.file.lastIndexOf("/") + 1).replace(/\.ya?ml$/, "");
  return [...wordsOf(file), ...call.jobWords.filter((word) => !repository.has(word))];
}

function hasAny(words: readonly string[], set: ReadonlySet<string>): boolean {
  return words.some((word) => set.has(word));
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(" "));
}
