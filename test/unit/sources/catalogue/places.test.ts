import * as fc from "fast-check";
import { expect, it } from "vitest";
import { placeAt, placesIn } from "#sources/catalogue/places.ts";

it.each([
  ["url:https://git.example/railway/tracks/", "git.example", "railway/tracks", null],
  ["https://git.example/railway/tracks.git", "git.example", "railway/tracks", null],
  ["git@git.example:railway/north/tracks.git", "git.example", "railway/north/tracks", null],
  ["ssh://git@git.example:2222/railway/tracks", "git.example", "railway/tracks", null],
  ["GitHub.com/railway/tracks", "github.com", "railway/tracks", null],
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
  [
    "https://github.com/railway/tracks/blob/main/catalog-info.yaml",
    "github.com",
    "railway/tracks",
    null,
  ],
  ["https://bitbucket.org/railway/tracks/src/main/", "bitbucket.org", "railway/tracks", null],
  ["https://git.example/railway/tracks/src/branch/main/a", "git.example", "railway/tracks", "a"],
  ["https://dev.azure.com/acme/rail/_git/tracks", "dev.azure.com", "acme/rail/_git/tracks", null],
  ["https://git.example/projects/RAIL/repos/tracks/browse/a", "git.example", "RAIL/tracks", "a"],
])("%s", (text, host, path, folder) => {
  expect(placeAt(text)).toEqual({ host, path, folder });
});

it.each(["tracks", "railway/tracks", "./tracks", "dir:.", "https://git.example/", "", "#tracks"])(
  "%j names none",
  (text) => {
    expect(placeAt(text)).toBeNull();
  },
);

it.each([
  ["github.com/project-slug", "railway/tracks", "railway/tracks"],
  ["git.railway.example/project-slug", "railway/tracks.git", "railway/tracks"],
  ["bitbucket.org/repo-slug", "/railway/tracks", "railway/tracks"],
  ["circleci.com/project-slug", "gh/railway/tracks", "railway/tracks"],
  ["rollbar.com/project-slug", "railway/tracks", undefined],
  ["sentry.io/project-slug", "railway/tracks", undefined],
  ["github.com/project-slug", "tracks", undefined],
  ["github.com/project-slug", "${{ values.slug }}/x", undefined],
])("%s: %s", (key, value, path) => {
  expect(placesIn({ [key]: value })[0]?.path).toBe(path);
});

it("never throws", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 80 }), fc.string({ maxLength: 80 }), (key, text) => {
      const found = [placeAt(text) ?? [], placesIn({ [`${key}git/project-slug`]: text })].flat();
      for (const { path } of found) expect(path).toMatch(/\//);
    }),
  );
});
