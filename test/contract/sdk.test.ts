import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { recordLists } from "#operations/answering/record-lists.ts";
import { openApiDocument, takesKey } from "#surfaces/http/open-api.ts";
import { problemCodes } from "#surfaces/http/problem.ts";
import { routeGroups } from "#surfaces/http/routes/index.ts";
import { contractTypes } from "#sdk/generate/contract-types.ts";
import { codeFiles, projectRoot } from "../architecture/project-files.ts";

const routes = routeGroups.flatMap((group) => group.routes);

describe("what the SDK knows of the service", () => {
  it("is what the service says of itself", async () => {
    const types = await contractTypes(openApiDocument(routeGroups, "0.1.0"), {
      problemCodes: Object.keys(problemCodes),
      keyedPosts: routes
        .filter((route) => takesKey(route) && route.method === "post")
        .map(({ path }) => path),
      sectionOfList: Object.fromEntries(
        [...recordLists.values()].map(({ key, section }) => [key, section]),
      ),
    });
    const path = join(projectRoot, "sdk", "src", "contract.generated.ts");
    await expect(types).toMatchFileSnapshot(path);
  });

  it("has one shape for each name: a name of two schemas would mean one of them", () => {
    const names = codeFiles
      .filter(({ path }) => path.startsWith("src/"))
      .flatMap(({ text }) =>
        Array.from(text.matchAll(/\.meta\(\{\s*id: "([^"]+)"/g), ([, name]) => name),
      );
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  it("takes a key wherever a route acts upon it, and says so", () => {
    const files = codeFiles.filter(({ path }) => path.startsWith("src/surfaces/http/routes/"));
    const having = (text: string) =>
      files.filter((file) => file.text.includes(text)).map(({ path }) => path);
    const acting = having("requestKeyOf(headers");
    expect(acting.length).toBeGreaterThan(2);
    const webhooks = "src/surfaces/http/routes/pushes.ts";
    expect(having('"key-used"').filter((path) => path !== webhooks)).toEqual(acting);
    expect(routes.filter(takesKey).filter(({ method }) => method === "get")).toEqual([]);
  });
});
