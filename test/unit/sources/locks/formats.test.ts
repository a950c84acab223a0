import { expect, it } from "vitest";
import { lockFormatOf } from "#sources/locks/formats.ts";

it.each([
  ["Gemfile.lock", "gemfile"],
  ["engines/ovens/Gemfile.lock", "gemfile"],
  ["gems.locked", "gemfile"],
  ["gemfiles/rails_7.gemfile.lock", "gemfile"],
  ["web/package-lock.json", "npm"],
  ["npm-shrinkwrap.json", "npm"],
  ["yarn.lock", "yarn"],
  ["pnpm-lock.yaml", "pnpm"],
  ["poetry.lock", "poetry"],
  ["uv.lock", "uv"],
  ["Pipfile.lock", "pipfile"],
  ["Cargo.lock", "cargo"],
  ["composer.lock", "composer"],
  ["src/Trains/packages.lock.json", "nuget"],
  ["gradle.lockfile", "gradle"],
  ["gradle/dependency-locks/compileClasspath.lockfile", "gradle"],
  ["node_modules/ovens/package-lock.json", null],
  ["vendor/ovens/Gemfile.lock", null],
  ["Gemfile", null],
  ["package.json", null],
  ["docs/yarn.lock.md", null],
  ["", null],
])("tells the format of %s", (path, format) => {
  expect(lockFormatOf(path)).toBe(format);
});
