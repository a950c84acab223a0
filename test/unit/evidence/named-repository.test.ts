import * as fc from "fast-check";
import { expect, it } from "vitest";
import { namedRepository } from "#evidence/named-repository.ts";

it.each([
  ["url:https://git.example/railway/tracks/", "git.example", "railway/tracks", null],
  ["https://git.example/railway/tracks.git", "git.example", "railway/tracks", null],
  ["git@git.example:railway/north/tracks.git", "git.example", "railway/north/tracks", null],
  ["ssh://git@git.example:2222/railway/tracks", "git.example", "railway/tracks", null],
  ["Git.Example/railway/tracks", "git.example", "railway/tracks", null],
  [
    "https://git.example/railway/tracks/tree/main/signals/",
    "git.example",
    "railway/tracks",
    "signals",
  ],
  [
    "https://git.example/railway/n/tracks/-/blob/main/a/b.yaml",
    "git.example",
    "railway/n/tracks",
    "a",
  ],
  ["https://git.example/railway/tracks/src/main/", "git.example", "railway/tracks", "."],
  ["https://git.example/railway/tracks/src/branch/main/a", "git.example", "railway/tracks", "a"],
])("%s", (text, host, path, folder) => {
  expect(namedRepository(text)).toEqual({ host, path, folder });
});

it.each(["tracks", "railway/tracks", "./tracks", "dir:.", "https://git.example/", "", "#tracks"])(
  "%j names none",
  (text) => {
    expect(namedRepository(text)).toBeNull();
  },
);

it("never throws", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), (text) => {
      const found = namedRepository(text);
      if (found !== null) expect(found.path).toMatch(/\//);
    }),
  );
});
