import { expect, test } from "vitest";
import type { DocumentFacts } from "#evidence/facts.ts";
import { documentsAbout } from "#model/documents-about.ts";
import type { Capability, Component } from "#model/organisation.ts";
import { kit, shop } from "../insight/adoption/bakery.ts";

const facts = (title: string, ...headings: readonly string[]): DocumentFacts => ({
  title,
  summary: null,
  description: null,
  headings,
  codeBlocksCount: 0,
  wordsCount: 0,
  relativeLinks: [],
  developerWords: 0,
  customerWords: 0,
  isDeprecated: false,
});
const page = (path: string, title = "Oven", ...headings: readonly string[]) => ({
  path,
  facts: facts(title, ...headings),
});
const offer = (name: string, ...packages: readonly string[]): Capability => kit(name, { packages });
const workflow = (file: string) =>
  offer(file, `pkg:githubactions/acme/oven#.github/workflows/${file}`);
const application: Component = shop("oven", {
  surface: [{ mark: "application-shape", text: "server", count: 1 }],
});
const library: Component = shop("oven", { artefacts: [] });

/** Of some pages, those that are about the last of the capabilities that the component offers. */
const about = (
  component: Component,
  capabilities: readonly Capability[],
  pages: readonly ReturnType<typeof page>[],
): string[] => {
  const isAbout = documentsAbout(capabilities, [component]);
  const last = capabilities.at(-1);
  return pages.flatMap((one) => (last !== undefined && isAbout(one, last) ? [one.path] : []));
};

const pages = [
  page("README.md"),
  page("docs/usage.md", "Usage"),
  page("docs/pact-verify.md", "Contracts"),
  page("docs/tests.md", "Tests", "How pact verify runs"),
  page("docs/files.md", "Files", "What pact-verify.yml takes"),
  page(".github/workflows/README.md", "Pipelines"),
];
const named = pages.slice(2).map(({ path }) => path);

test.each([
  ["an application, though it offers nothing else", application, [workflow("pact-verify.yml")]],
  [
    "a library that offers itself",
    library,
    [offer("oven", "pkg:gem/oven"), workflow("pact-verify.yml")],
  ],
])("of a workflow of %s, documents are those that name it or lie with it", (_, component, all) => {
  expect(about(component, all, pages)).toEqual(named);
});

test("a single word says what it is only beside the kind of thing", () => {
  const own = [
    page("docs/deploy.md", "Deploy"),
    page("docs/pipeline.md", "Pipelines", "The deploy workflow"),
  ];
  expect(about(application, [workflow("deploy.yml")], own)).toEqual(["docs/pipeline.md"]);
});

test("of what offers nothing but parts, and of its main offer, all documents are", () => {
  const all = pages.map(({ path }) => path);
  expect(about(library, [workflow("pact-verify.yml")], pages)).toEqual(all);
  expect(about(application, [workflow("pact-verify.yml"), offer("oven")], pages)).toEqual(all);
});
