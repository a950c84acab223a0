import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { accessSettings } from "#contract/service-settings.ts";
import { routeGroups } from "#surfaces/http/routes/index.ts";
import { accessTable, mayDo, roleWords, roles, type Permission } from "#vocabulary/access.ts";
import { projectRoot } from "../architecture/project-files.ts";
import { markdownRows } from "./markdown-rows.ts";

const permissions = Object.keys(accessTable) as Permission[];
const routes = routeGroups.flatMap((group) => group.routes);
/** Asked for by what is no route of a group: the document of the API. */
const elsewhere: readonly Permission[] = ["read-description"];
/** JSON-RPC is posted, whatever it asks: none of its tools changes anything. So are long lists of references. */
const postedQuestions = new Set([
  "post /mcp/{organisation}",
  "post /api/catalog/entities/by-refs",
  "post /api/v1/organisations/{organisation}/catalog/entities/by-refs",
]);

describe("the table of who may do what", () => {
  it("has a row for what every route asks for, and no row that none asks for", () => {
    const ofRoutes = routes.flatMap(({ permission, furtherPermissions = [] }) => [
      permission,
      ...furtherPermissions,
    ]);
    const asked = new Set([...ofRoutes, ...elsewhere]);
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
    const named = odd.map(({ method, path }) => `${method} ${path}`);
    expect(named.filter((one) => !postedQuestions.has(one))).toEqual([]);
  });
});

it("docs/access.md shows the table, and what can be set", async () => {
  const heads = ["may", "", "anyone", ...roles];
  const lines = permissions.map((permission) => [
    accessTable[permission].words,
    `\`${permission}\``,
    ...[null, ...roles].map((role) => (mayDo(role, permission) ? "yes" : "–")),
  ]);
  const words = roles.map((role) => `- **${role}** ${roleWords[role]}`);
  const table = `${words.join("\n")}\n\n${markdownRows(heads, lines)}`;
  const settings = Object.entries(accessSettings.shape).map(([name, schema]) => {
    const usual = schema instanceof z.ZodType ? usualOf(schema) : "";
    return [`\`${name}\``, schema.description ?? "", usual];
  });
  expect(settings.filter(([, said = ""]) => said.length < 10)).toEqual([]);
  const set = markdownRows(["variable", "what it says", "unless it is set"], settings);
  const path = join(projectRoot, "docs", "access.md");
  const text = readFileSync(path, "utf8");
  await expect(withPart(withPart(text, "table", table), "settings", set)).toMatchFileSnapshot(path);
});

/** What a setting is when nobody sets it, as it would be written. */
function usualOf(schema: z.ZodType): string {
  const shown = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
  return typeof shown.default === "string" ? `\`${shown.default}\`` : "";
}

function withPart(text: string, name: string, part: string): string {
  const begin = `<!-- ${name}, written by \`npm run generate\` -->\n`;
  const at = text.indexOf(begin) + begin.length;
  expect(at).toBeGreaterThanOrEqual(begin.length);
  return `${text.slice(0, at)}\n${part}\n\n${text.slice(text.indexOf("<!-- end -->", at))}`;
}
