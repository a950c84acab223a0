import { describe, expect, it } from "vitest";
import type { LockedHistory } from "#evidence/repository-evidence.ts";
import { LockHistoryFold } from "#sources/repository/lock-history.ts";

const moment = (at: number) => ({ commit: `c${at}`, at });
const lockOf = (packages: Readonly<Record<string, string>>): Buffer =>
  Buffer.from(
    JSON.stringify({
      name: "bakery",
      lockfileVersion: 3,
      packages: Object.fromEntries([
        ["", {}],
        ...Object.entries(packages).map(([path, version]) => [path, { version }]),
      ]),
    }),
  );
const brief = (locked: readonly LockedHistory[]): string[] =>
  locked.map(
    ({ member = "all", spans }) =>
      `${member}: ${spans.map(({ value, from, to }) => `${value} ${from.at}–${to?.at ?? ""}`).join(", ")}`,
  );

const ovens = "node_modules/ovens";
const till = "shops/till/node_modules/ovens";

describe("a lock file that a workspace shares", () => {
  const fold = (earlier: readonly LockedHistory[] = []) =>
    new LockHistoryFold("npm", () => true, earlier);

  it("tells the members apart while they see different versions", () => {
    const lock = fold();
    lock.revise(moment(1), lockOf({ [ovens]: "1.0.0" }));
    lock.revise(moment(2), lockOf({ [ovens]: "2.0.0", [till]: "1.0.0" }));
    lock.revise(moment(3), lockOf({ [ovens]: "2.0.0" }));
    expect(brief(lock.history())).toEqual(["all: 1.0.0 1–2, 2.0.0 2–", "shops/till: 1.0.0 2–3"]);
  });

  it("is taken up where an earlier reading left it", () => {
    const before = fold();
    const both = lockOf({ [ovens]: "2.0.0", [till]: "1.0.0" });
    before.revise(moment(1), both);
    const after = fold(before.history());
    after.revise(moment(1), both);
    after.revise(moment(4), lockOf({ [ovens]: "2.0.0" }));
    expect(brief(after.history())).toEqual(["all: 2.0.0 1–", "shops/till: 1.0.0 1–4"]);
  });
});
