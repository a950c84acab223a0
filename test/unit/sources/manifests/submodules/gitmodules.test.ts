import { expect, it } from "vitest";
import { submoduleSource } from "#sources/manifests/submodules/gitmodules.ts";

it("reads submodules by address", () => {
  const facts = submoduleSource.read({
    path: ".gitmodules",
    text: [
      '[submodule "rails"]',
      "\tpath = vendor/rails",
      "\turl = git@github.com:railway/rails.git",
      "\tbranch = main",
      '[submodule "lamp"]',
      "  url = https://token:x@git.railway.example/parts/lamp.git",
      '[submodule "near"]',
      "  url = ../near.git",
      '[submodule "disk"]',
      "  url = /srv/disk",
    ].join("\n"),
  });
  expect(facts.dependencies).toEqual([
    {
      purl: "pkg:github/railway/rails",
      constraint: "main",
      scope: "build",
      line: 3,
      origin: "https://github.com/railway/rails",
    },
    {
      purl: "pkg:generic/lamp?vcs_url=git%2Bhttps%3A%2F%2Fgit.railway.example%2Fparts%2Flamp",
      constraint: null,
      scope: "build",
      line: 6,
      origin: "https://git.railway.example/parts/lamp",
    },
    { purl: "pkg:generic/near?vcs_url=..%2Fnear.git", constraint: null, scope: "build", line: 8 },
  ]);
  expect(facts.problems).toEqual([
    { code: "unsupported", text: "submodule with an address that is no URL", line: 10 },
  ]);
});
