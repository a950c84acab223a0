import { Chain } from "../chain.ts";
import { CodeOfFiles } from "../code-lines.ts";
import type { Corpus } from "../corpus.ts";
import { GRAM_TOKENS } from "../fingerprint.ts";
import type { Seeds } from "../join.ts";
import type { CloneThresholds } from "../judge.ts";
import { Judge } from "../judge.ts";

export interface Stretch {
  readonly file: number;
  /** Tokens, from inclusive, to exclusive. */
  readonly from: number;
  readonly to: number;
}

export interface AlikePair {
  readonly a: Stretch;
  readonly b: Stretch;
  readonly similarity: number;
  readonly type: 1 | 2 | 3;
}

/** A pair of files in which so many seeds were grown is settled, and so is a search: what it may cost. */
const MOST_TRIES_OF_PAIR = 1000;
const MOST_TRIES = 20_000;

/**
 * Grows seeds as the whole comparison does, but for what it leaves untried: there a seed near a run that was explored
 * counts as told, which saves most of the work of comparing everything with everything; here only one on such a run.
 */
export function growSeeds(corpus: Corpus, seeds: Seeds, thresholds: CloneThresholds): AlikePair[] {
  const { fileOf, positions } = corpus;
  const found: AlikePair[] = [];
  const code = new CodeOfFiles(corpus);
  const chain = new Chain();
  const judge = new Judge();
  const explored = new Map<number, ExploredRuns>();
  let tries = 0;
  for (let s = 0; s < seeds.first.length && tries < MOST_TRIES; s++) {
    const [fileA, fileB] = [fileOf[seeds.first[s]!]!, fileOf[seeds.second[s]!]!];
    const [atA, atB] = [positions[seeds.first[s]!]!, positions[seeds.second[s]!]!];
    const key = fileA * corpus.filesCount + fileB;
    const runs = explored.get(key) ?? new ExploredRuns();
    explored.set(key, runs);
    if (runs.holds(atA, atB) || runs.tries >= MOST_TRIES_OF_PAIR) continue;
    tries++;
    const [a, b] = [code.of(fileA), code.of(fileB)];
    chain.grow({ code: a, at: atA }, { code: b, at: atB }, false, GRAM_TOKENS);
    const isClone = chain.piecesCount > 0 && judge.accepts(chain, a, b, thresholds);
    if (!runs.add(chain) || !isClone) continue;
    found.push({
      a: { file: fileA, from: judge.startA, to: judge.endA },
      b: { file: fileB, from: judge.startB, to: judge.endB },
      similarity: Math.floor(judge.similarity * 1000) / 1000,
      type: judge.type,
    });
  }
  return found;
}

/** Where two files were found to agree, clone or not. */
class ExploredRuns {
  tries = 0;
  /** From, to in the first file, and how far on the same lies in the second. */
  private readonly runs: number[] = [];
  private readonly chains = new Set<string>();

  holds(atA: number, atB: number): boolean {
    const { runs } = this;
    for (let k = 0; k < runs.length; k += 3) {
      if (atB - atA === runs[k + 2] && atA >= runs[k]! && atA < runs[k + 1]!) return true;
    }
    return false;
  }

  /** False when the chain was found before, from another seed. */
  add({ pieces, piecesCount }: Chain): boolean {
    this.tries++;
    for (let at = 0; at < piecesCount * 4; at += 4)
      this.runs.push(pieces[at]!, pieces[at + 1]!, pieces[at + 2]! - pieces[at]!);
    const end = piecesCount * 4 - 4;
    const box = [pieces[0], pieces[end + 1], pieces[2], pieces[end + 3]].join();
    if (this.chains.has(box)) return false;
    this.chains.add(box);
    return true;
  }
}
