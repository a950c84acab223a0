import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { routeGroups } from "#surfaces/http/routes/index.ts";
import { accessTable, mayDo, roleWords, roles, type Permission } from "#vocabulary/access.ts";
import { projectRoot } from "../architecture/project-files.ts";
import { markdownRows } from "./markdown-rows.ts";

const permissions = Object.keys(accessTable) as Permission[];
const routes = routeGroups.flatMap((group) => group.routes);
/** Asked for by what is no route of a group: the document of the API. */
const elsewhere: readonly Permission[] = ["read-description"];

describe("the table of who may do what", () => {
  it("has a row for what every route asks for, and no row that none asks for", () => {
    const asked = new Set([...routes.map(({ permission }) => permission), ...elsewhere]);
    expect([...asked].toSorted()).toEqual(permissions.toSorted());
  });

  it("gives each role what those before it may", () => {
    for (const permission of permissions) {
      const may = [null, ...roles].map((role) => mayDo(role, permission));
      expect(may).toEqual(may.toSorted((a, b) => Number(a) - Number(b)));
      expect(may.at(-1)).toBe(true);
    }
  });

  it("calls a write whatever may change something", () => {
    const odd = routes.filter(
      ({ method, permission }) => method !== "get" && !accessTable[permission].isWrite,
    );
    expect(odd.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });
});

it("docs/access.md shows the table", async () => {
  const heads = ["may", "", "anyone", ...roles];
  const lines = permissions.map((permission) => [
    accessTable[permission].words,
    `\`${permission}\``,
    ...[null, ...roles].map((role) => (mayDo(role, permission) ? "yes" : "–")),
  ]);
  const words = roles.map((role) => `- **${role}** ${roleWords[role]}`);
  const path = join(projectRoot, "docs", "access.md");
  const shown = `${words.join("\n")}\n\n${markdownRows(heads, lines)}`;
  await expect(
    readFileSync(path, "utf8").replace(
      /(<!-- written by npm run generate: table -->\n)[^]*?(<!-- end -->)/,
      (_, begin: string, end: string) => `${begin}\n${shown}\n\n${end}`,
    ),
  ).toMatchFileSnapshot(path);
});
