import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authorHandles, handleKey } from "#sources/repository/author-handles.ts";

const key = "key of the test";

function isAuthor(signature: string, owner: string, isBot = false): boolean {
  const [, name = "", address = ""] = /^(.*) <(.*)>$/.exec(signature) ?? [];
  const graph = { authors: [address], authorNames: [[name]] };
  return authorHandles(graph, { isBot: [isBot] }, key).includes(handleKey(key, owner));
}

describe("an owner is known to be an author", () => {
  it.each([
    ["Rye <12345+ryebaker@users.noreply.github.com>", "ryebaker"],
    ["Rye <ryebaker@users.noreply.github.com>", "ryebaker"],
    ["Rye <77-rye-baker@users.noreply.gitlab.com>", "rye-baker"],
    ["Rye <rye@noreply.codeberg.org>", "rye"],
    ["rye-baker-mill <rye.baker@mill.example>", "rye-baker-mill"],
    ["Rye Baker <rb@mill.example>", "rye-baker"],
    ["Rye Baker <rye.baker@mill.example>", "ryebaker"],
    ["Rye Baker <rbaker@mill.example>", "rbaker"],
  ])("%s as %s", (signature, owner) => {
    expect(isAuthor(signature, owner)).toBe(true);
  });

  it.each([
    ["Ovens <ovens@mill.example>", "ovens"],
    ["Oven Team <ovens@mill.example>", "ovens"],
    ["Oven Team <oven-team@mill.example>", "oven"],
    ["Platform Engineering <platform@mill.example>", "platform"],
    ["Rye Baker <sales@mill.example>", "sales"],
    ["Rye Baker <rye@mill.example>", "baker"],
    [" <@>", "person"],
  ])("not by a shared account: %s as %s", (signature, owner) => {
    expect(isAuthor(signature, owner)).toBe(false);
  });

  it("nor by a program", () => {
    expect(isAuthor("Rye Baker <rye.baker@mill.example>", "rye-baker", true)).toBe(false);
  });

  it("and nothing of a name or an address is kept", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, address) => {
        const graph = { authors: [address], authorNames: [[name]] };
        for (const handle of authorHandles(graph, { isBot: [false] }, key))
          expect(handle).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });
});
