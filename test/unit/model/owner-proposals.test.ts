import { describe, expect, test } from "vitest";
import type { RepositoryEvidence } from "#evidence/repository-evidence.ts";
import { asOf, build } from "./observatory.ts";
import { line } from "./railway.ts";

const lastDay = Math.floor(asOf / 86_400) - 1;

/** Days of work by person, the newest last, on a repository that a team owns or nobody. */
function worked(
  name: string,
  team: string | null,
  days: Readonly<Record<string, number>>,
  ago = 0,
): RepositoryEvidence {
  const persons = Object.keys(days);
  const rows = persons.flatMap((person, at) =>
    Array.from({ length: days[person] ?? 0 }, (_, day) => [at, lastDay - ago - day] as const),
  );
  return {
    ...line(
      `github.com/acme/${name}`,
      ["a.js"],
      team === null ? {} : { CODEOWNERS: [`* @acme/${team}`] },
    ),
    activity: {
      persons,
      personIndex: Uint32Array.from(rows, ([person]) => person),
      day: Uint32Array.from(rows, ([, day]) => day),
      commitsCount: Uint16Array.from(rows, () => 1),
    },
  };
}

const iron = worked("tracks", "iron", { ada: 40, bo: 30 });
const light = worked("signals", "light", { cy: 40, di: 30 });

function proposed(...repositories: RepositoryEvidence[]): Record<string, string> {
  const { components } = build(repositories).organisation;
  return Object.fromEntries(
    components.map(({ name, ownerIds, ownerSource }) => [
      name,
      `${ownerIds.join()} ${ownerSource}`,
    ]),
  );
}

describe("an owner is proposed", () => {
  test("where nearly all work is by people of one team, and says so", () => {
    const halts = worked("halts", null, { ada: 10, bo: 8, cy: 2 });
    expect(proposed(iron, light, halts)["halts"]).toBe("team:iron inferred");
    const found = build([iron, light, halts]).organisation.components.find(
      ({ name }) => name === "halts",
    );
    expect(found?.evidence[0]).toMatchObject({ how: "inferred", confidence: "low" });
    expect(found?.evidence[0]?.text).toMatch(/proposed: iron, assuming .*90 %.*18 days, 2 people/);
  });

  test.each<[string, RepositoryEvidence[]]>([
    [
      "no owner is known at all",
      [worked("tracks", null, { ada: 40, bo: 30 }), worked("halts", null, { ada: 10, bo: 8 })],
    ],
    ["one person did it", [iron, worked("halts", null, { ada: 40 })]],
    ["too little was done", [iron, worked("halts", null, { ada: 4, bo: 4 })]],
    ["two teams did it", [iron, light, worked("halts", null, { ada: 10, bo: 10, cy: 9, di: 9 })]],
    [
      "its people work for two teams",
      [
        iron,
        worked("signals", "light", { ada: 40, bo: 30 }),
        worked("halts", null, { ada: 20, bo: 20 }),
      ],
    ],
    ["the work is long ago", [iron, worked("halts", null, { ada: 20, bo: 20 }, 900)]],
    ["strangers did it", [iron, worked("halts", null, { ada: 5, bo: 5, ed: 10, fi: 10 })]],
  ])("not where %s", (_, repositories) => {
    expect(proposed(...repositories)["halts"]).toBe(" unknown");
  });
});
