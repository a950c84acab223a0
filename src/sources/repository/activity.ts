import { pseudonym } from "#kernel/ids.ts";
import type { Moment } from "#evidence/moment.ts";
import type { ActivityColumns } from "#evidence/repository-evidence.ts";
import type { CommitGraph } from "../git/graph.ts";
import { isBotAddress } from "./bots.ts";

const secondsPerDay = 86_400;

/** The distinct authors of a graph, as kept: pseudonyms and whether each is a bot. Addresses end here. */
export interface People {
  readonly pseudonyms: readonly string[];
  readonly isBot: readonly boolean[];
}

export function hashPeople(graph: CommitGraph, key: string, bots: readonly string[]): People {
  return {
    pseudonyms: graph.authors.map((address) => pseudonym(key, address)),
    isBot: graph.authors.map((address) => isBotAddress(address, bots)),
  };
}

export interface ActivitySummary {
  readonly columns: ActivityColumns;
  readonly botCommitsCount: number;
  readonly first: Moment | null;
  readonly lastHuman: Moment | null;
}

/** People's commits by day, bots left out; `earlier` is continued. */
export function summariseActivity(
  graph: CommitGraph,
  people: People,
  earlier: ActivitySummary | null,
): ActivitySummary {
  const counts = new Map<string, number>();
  if (earlier !== null) {
    const { persons, personIndex, day, commitsCount } = earlier.columns;
    for (let row = 0; row < day.length; row++) {
      counts.set(
        `${persons[personIndex[row] ?? 0] ?? ""} ${String(day[row])}`,
        commitsCount[row] ?? 0,
      );
    }
  }
  let botCommitsCount = earlier?.botCommitsCount ?? 0;
  let first = earlier?.first ?? null;
  let lastHuman = earlier?.lastHuman ?? null;
  for (let index = 0; index < graph.ids.length; index++) {
    const at = graph.times[index] ?? 0;
    const moment = { commit: graph.ids[index] ?? "", at };
    if (first === null || at < first.at) first = moment;
    const author = graph.authorIndex[index] ?? 0;
    if (people.isBot[author] === true) {
      botCommitsCount++;
      continue;
    }
    if (lastHuman === null || at > lastHuman.at) lastHuman = moment;
    const key = `${people.pseudonyms[author] ?? ""} ${String(Math.floor(at / secondsPerDay))}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { columns: columnsOf(counts), botCommitsCount, first, lastHuman };
}

function columnsOf(counts: ReadonlyMap<string, number>): ActivityColumns {
  const persons: string[] = [];
  const indexOf = new Map<string, number>();
  const personIndex = new Uint32Array(counts.size);
  const day = new Uint32Array(counts.size);
  const commitsCount = new Uint16Array(counts.size);
  let row = 0;
  for (const [key, count] of [...counts].sort((a, b) => (a[0] < b[0] ? -1 : 1))) {
    const [person = "", onDay = "0"] = key.split(" ");
    let index = indexOf.get(person);
    if (index === undefined) {
      index = persons.length;
      persons.push(person);
      indexOf.set(person, index);
    }
    personIndex[row] = index;
    day[row] = Number(onDay);
    commitsCount[row] = Math.min(count, 65_535);
    row++;
  }
  return { persons, personIndex, day, commitsCount };
}
