import { expect, test } from "vitest";
import { withoutCatalogue } from "#bench/classification/without-catalogue.ts";
import { descriptor, line, ownersIn } from "../model/railway.ts";

test("a measurement sees no catalogue: no descriptor, no label and no list found by itself", () => {
  const github = "github.com/acme";
  const repositories = [
    line(`${github}/docs`, [], {
      "repos.yml": ["- {repo: tracks, team: iron}", "- {repo: signals, team: iron}"],
    }),
    line(`${github}/tracks`, ["a.js"], { "catalog-info.yaml": descriptor("tracks", "lights") }),
    line(`${github}/signals`, ["a.js"]),
    line(`${github}/points`, ["a.js"], {
      "deploy/points.yaml": ["metadata:", "  labels:", "    team: points"],
    }),
  ];
  expect(Object.values(ownersIn(repositories)).flat()).toHaveLength(3);
  expect(Object.values(ownersIn(repositories.map(withoutCatalogue))).flat()).toEqual([]);
});
