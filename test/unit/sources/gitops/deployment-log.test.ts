import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deploymentRows, noDeployments } from "#evidence/deployments.ts";
import { DeploymentLog, type FileChange } from "#sources/gitops/deployment-log.ts";

const ask = (application: string, version: string) => ({
  application,
  environment: "production",
  slot: "",
  version,
});
const versions = (log: DeploymentLog) =>
  [...deploymentRows(log.columns())].map((row) => [
    row.commit,
    row.application,
    row.version,
    row.path,
  ]);

describe("the log of what is asked to run", () => {
  it("notes changes only", () => {
    const log = new DeploymentLog(noDeployments);
    log.commit("c1", 1, [{ path: "a", position: 0, asked: [ask("ovens", "v1")] }]);
    log.commit("c2", 2, [{ path: "a", position: 1, asked: [ask("ovens", "v1")] }]);
    log.commit("c3", 3, [{ path: "a", position: 2, asked: [ask("ovens", "v2")] }]);
    log.commit("c4", 4, [{ path: "a", position: 3, asked: null }]);
    expect(versions(log)).toEqual([
      ["c1", "ovens", "v1", "a"],
      ["c3", "ovens", "v2", "a"],
      ["c4", "ovens", "", "a"],
    ]);
  });

  it("sees a move from file to file as no stop", () => {
    const log = new DeploymentLog(noDeployments);
    log.commit("c1", 1, [{ path: "old", position: 0, asked: [ask("ovens", "v1")] }]);
    log.commit("c2", 2, [
      { path: "old", position: 1, asked: null },
      { path: "new", position: 1, asked: [ask("ovens", "v1")] },
    ]);
    expect(versions(log)).toEqual([
      ["c1", "ovens", "v1", "old"],
      ["c2", "ovens", "v1", "new"],
    ]);
  });

  it("continued from any point equals the whole", () => {
    const change = fc.record({
      path: fc.constantFrom("a", "b", "c"),
      asked: fc.option(
        fc.array(
          fc.record({
            name: fc.constantFrom("ovens", "till"),
            version: fc.constantFrom("v1", "v2"),
          }),
          { maxLength: 2 },
        ),
      ),
    });
    const commits = fc.array(
      fc.uniqueArray(change, { selector: (one) => one.path, maxLength: 3 }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(commits, fc.nat(12), (history, cut) => {
        const play = (log: DeploymentLog, from: number, to: number) => {
          for (let at = from; at < Math.min(to, history.length); at++) {
            const changes: FileChange[] = (history[at] ?? []).map(({ path, asked }) => ({
              path,
              position: at,
              asked: asked?.map(({ name, version }) => ask(name, version)) ?? null,
            }));
            log.commit(`c${String(at).padStart(2, "0")}`, at, changes);
          }
          return log;
        };
        const whole = play(new DeploymentLog(noDeployments), 0, history.length);
        const first = play(new DeploymentLog(noDeployments), 0, cut);
        const rest = play(new DeploymentLog(first.columns()), cut, history.length);
        expect(versions(rest)).toEqual(versions(whole));
      }),
    );
  });
});
