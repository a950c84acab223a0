import { expect, it } from "vitest";
import { actionSource } from "#sources/manifests/github-actions/action.ts";

it("offers a composite action and reads what it is made of", () => {
  const facts = actionSource.read({
    path: ".github/actions/heat/action.yml",
    text: "name: Heat\ndescription: Heats the oven\nruns:\n  using: composite\n  steps:\n    - uses: actions/cache@v4\n    - run: heat\n",
  });
  expect(facts).toEqual({
    packages: [
      {
        purl: "pkg:githubactions/-owner-/-repository-#.github/actions/heat",
        kind: "tooling",
        version: null,
        isPrivate: false,
        description: "Heats the oven",
        line: 1,
      },
    ],
    dependencies: [
      { purl: "pkg:githubactions/actions/cache", constraint: "v4", scope: "build", line: 6 },
    ],
  });
});

it("reads the image of a container action at the root", () => {
  const facts = actionSource.read({
    path: "action.yaml",
    text: "name: Sieve\nruns:\n  using: docker\n  image: docker://bakery/sieve:2\n",
  });
  expect(facts.packages?.[0]?.purl).toBe("pkg:githubactions/-owner-/-repository-");
  expect(facts.dependencies?.[0]).toMatchObject({
    purl: "pkg:docker/bakery/sieve",
    constraint: "2",
  });
});

it("leaves other files of that name alone", () => {
  expect(actionSource.read({ path: "game/action.yml", text: "jump: true\n" })).toEqual({});
});
