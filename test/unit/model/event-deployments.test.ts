import { describe, expect, it } from "vitest";
import { EventColumns } from "#evidence/event-columns.ts";
import { eventDeployments } from "#model/event-deployments.ts";

interface Loaf {
  readonly version: string;
  readonly revision?: string;
  readonly isSuccessful?: boolean;
}

/** One deployment an hour; which of them are rollbacks. */
function rollbacks(loaves: readonly Loaf[]): boolean[] {
  const columns = new EventColumns();
  const rows = loaves.map(({ version, revision = null, isSuccessful = true }, index) =>
    columns.append(
      {
        id: `loaf-${String(index)}`,
        at: 1000 + index * 3600,
        version,
        isRollback: false,
        isSuccessful,
        revision,
        artifact: null,
        chain: null,
        path: "loaves.ndjson",
        line: index + 1,
      },
      0,
    ),
  );
  const events = { application: "ovens", environment: "production", columns };
  return eventDeployments({ ...events, rows: Uint32Array.from(rows) }, 1e9, () => null)
    .list()
    .map((one) => one.isRollback);
}

const rye = "1111111111111111111111111111111111111111";
const oat = "2222222222222222222222222222222222222222";

describe("rollbacks", () => {
  it("are earlier versions in place of another, never what runs already", () => {
    expect(rollbacks([{ version: "v1" }, { version: "v1" }, { version: "v2" }])).toEqual([
      false,
      false,
      false,
    ]);
    expect(rollbacks([{ version: "v1" }, { version: "v2" }, { version: "v1" }])).toEqual([
      false,
      false,
      true,
    ]);
    expect(
      rollbacks([{ version: "v1" }, { version: "v2" }, { version: "v1" }, { version: "v1" }]),
    ).toEqual([false, false, true, false]);
  });

  it("go by the commit: a branch that moved is no earlier version", () => {
    const main = "main";
    expect(
      rollbacks([
        { version: main, revision: rye },
        { version: main, revision: oat },
      ]),
    ).toEqual([false, false]);
    expect(
      rollbacks([
        { version: main, revision: rye },
        { version: main, revision: oat },
        { version: main, revision: rye },
      ]),
    ).toEqual([false, false, true]);
    expect(
      rollbacks([
        { version: "v1", revision: rye },
        { version: "v1-again", revision: rye },
      ]),
    ).toEqual([false, false]);
  });

  it("are seen where only some records name a commit", () => {
    expect(
      rollbacks([
        { version: "v1", revision: rye },
        { version: "v2", revision: oat },
        { version: "v1" },
      ]),
    ).toEqual([false, false, true]);
    expect(rollbacks([{ version: "v1", revision: rye }, { version: "v1" }])).toEqual([
      false,
      false,
    ]);
  });

  it("are never guessed of names that move, where no commit is told", () => {
    expect(
      rollbacks([{ version: "main" }, { version: "v1" }, { version: "main" }, { version: "v1" }]),
    ).toEqual([false, false, false, true]);
  });

  it("take back an attempt that failed", () => {
    const failed = { version: "v2", isSuccessful: false };
    expect(rollbacks([{ version: "v1" }, failed, { version: "v1" }])).toEqual([false, false, true]);
    expect(rollbacks([{ version: "v1" }, failed, { version: "v2" }])).toEqual([
      false,
      false,
      false,
    ]);
    expect(
      rollbacks([
        { version: "v1" },
        { version: "v2" },
        { version: "v1", isSuccessful: false },
        { version: "v1" },
      ]),
    ).toEqual([false, false, true, true]);
  });
});
