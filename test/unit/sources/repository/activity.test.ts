import { expect, test } from "vitest";
import { summariseActivity } from "#sources/repository/activity.ts";
import type { CommitGraph } from "#sources/git/graph.ts";
import { ObjectIds } from "#sources/git/object-ids.ts";

test("merges are nobody's work", () => {
  const day = 86_400;
  const ids = new ObjectIds();
  for (const letter of "cba") ids.push(Buffer.from(letter.repeat(40)), 0, 40);
  const graph: CommitGraph = {
    ids,
    times: Float64Array.of(30 * day, 20 * day, 10 * day),
    authorIndex: Uint32Array.of(1, 0, 0),
    authors: ["baker@example.org", "merger@example.org"],
    isProgram: [],
    authorNames: [[], []],
    repairs: Uint8Array.of(0, 0, 0),
    subjectMarks: [null, null, null],
    parents: Int32Array.of(1, 2, 2),
    parentStart: Uint32Array.of(0, 2, 3, 3),
    outsideFirstParent: new Map(),
  };
  const people = { pseudonyms: ["p1", "p2"], isBot: [false, false] };
  const { columns, lastHuman } = summariseActivity(graph, people, null);
  expect([...columns.day]).toEqual([10, 20]);
  expect([...columns.personIndex].map((at) => columns.persons[at])).toEqual(["p1", "p1"]);
  expect(lastHuman?.at).toBe(20 * day);
});
