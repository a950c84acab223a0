import { expect, it } from "vitest";
import { appManifests } from "#sources/surface/app-manifests.ts";

function marks(path: string, text: string): readonly string[] {
  expect(appManifests.detect(path)).toBe("head");
  const { surface = [] } = appManifests.read({ path, text });
  return surface.map(({ mark, text: sign, count }) => `${mark} ${sign} ${String(count)}`);
}

const extension =
  '{ "name": "Coupons", "manifest_version": 3, "action": { "default_popup": "index.html" } }';

it.each([
  ["extension/manifest.json", extension, ["browser-extension WebExtension 1"]],
  ["public/static/manifest/v3.json", extension, ["browser-extension WebExtension 1"]],
  ["src/manifest.firefox.json", extension, ["browser-extension WebExtension 1"]],
  [
    "manifest.config.ts",
    "export default defineManifest({ manifest_version: 3, name: 'Coupons' })",
    ["browser-extension WebExtension 1"],
  ],
  // An integration of a monitoring service, and the manifest of a web page.
  ["oven/manifest.json", '{ "manifest_version": "2.0.0", "tile": { "title": "Oven" } }', []],
  ["oven/manifest.json", '{ "manifest_version": 2, "maintainer": "bakers" }', []],
  ["public/manifest.json", '{ "short_name": "Bakery", "start_url": "." }', []],
  ["src/manifest.ts", "export const manifest = { loaves: 3 };", []],
  [
    "angular.json",
    '{ "projects": { "shop": { "projectType": "application" }, "till": { "projectType": "application" }, "ui": { "projectType": "library" } } }',
    ["application-shape Angular 2", "library-shape Angular library 1"],
  ],
  [
    "apps/shop/project.json",
    '{ "name": "shop", "projectType": "application", "targets": { "serve": { "executor": "@nx/vite:dev-server" } } }',
    ["application-shape Nx application 1"],
  ],
  [
    "apps/shop-e2e/project.json",
    '{ "name": "shop-e2e", "projectType": "application", "targets": { "serve": { "executor": "@nx/vite:dev-server" } } }',
    [],
  ],
  ["libs/ui/project.json", '{ "projectType": "library" }', []],
  ["app.json", '{ "expo": { "name": "Loaves", "slug": "loaves" } }', ["mobile-app Expo 1"]],
  ["app.json", '{ "name": "heroku-till", "buildpacks": [] }', []],
  ["src/app.ts", "import express from 'express';", []],
  ["config.xml", '<widget id="x" xmlns="http://www.w3.org/ns/widgets">', ["mobile-app Cordova 1"]],
  ["config.xml", "<project><actions/></project>", []],
  [
    "default.json",
    '{ "$schema": "https://docs.renovatebot.com/renovate-schema.json", "packageRules": [] }',
    ["tool-configuration renovate 1"],
  ],
  [
    "gatsby-config.js",
    "module.exports = { siteMetadata: { siteUrl: `https://bakery.example.net` } }",
    ["public-host bakery.example.net 1"],
  ],
  ["astro.config.mjs", "export default defineConfig({ site: 'https://bakery.github.io' })", []],
])("%s %s", (path, text, expected) => {
  expect(marks(path, text)).toEqual(expected);
});

it.each([
  "renovate.json",
  "test/manifest.json",
  "node_modules/a/manifest.json",
  "examples/app.json",
  "demo/angular.json",
])("does not read %s", (path) => {
  expect(appManifests.detect(path)).toBe("none");
});
