import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { bakeryObjectives } from "#fixtures/objectives.ts";
import { git } from "#fixtures/isolated-git.ts";
import { shownCommands } from "../architecture/document-commands.ts";
import { openDocumentedHome, type DocumentedHome } from "./documented-home.ts";
import { copySample, copySampleCache } from "./sample-copy.ts";
import { notTyped, typedCommands } from "./typed-commands.ts";

/** Every command that a document shows is typed, as built, where the sample organisation was assessed. */
const commands = typedCommands();
let home: DocumentedHome;
/** What reads everything anew has no more to read than these. */
const few = ["back-office", "ticket-office", "web-kit"];
/** What a command may find, and must not spoil for the next. */
const kept = new Set(["bin", "assessed", "repos", "few", "clone", "slo"]);

beforeAll(async () => {
  home = openDocumentedHome();
  const at = (...names: string[]) => home.at(...names);
  mkdirSync(at("slo"));
  copySample(at("repos"));
  copySample(at("few", "repos"), few);
  git(["clone", "--quiet", at("repos", "back-office"), at("clone")]);
  writeFileSync(at("slo", "bakery.yaml"), bakeryObjectives);
  copySampleCache(at("cache"));
  const { code, said } = await home.type("fulcrum assess repos --no-out --quiet");
  expect([code, said]).toEqual([0, expect.any(String)]);
  cpSync(at("cache"), at("assessed"), { recursive: true });
});
beforeEach(() => {
  home.clear(kept);
  cpSync(home.at("assessed"), home.at("cache"), { recursive: true });
});
afterAll(() => home.remove());

describe("a command that a document shows", () => {
  it("is found in the documents", () => {
    expect(commands.length).toBeGreaterThan(40);
  });

  it.each(commands.filter((one) => !one.isOfService))("$document: $shown", async ({ typed }) => {
    const isOfClone = /^fulcrum duplicates .*--(?:changed|staged|base)/.test(typed);
    const readsAnew = / --(?:no-cache|duplication-trend)/.test(typed);
    const folder = isOfClone ? home.at("clone") : readsAnew ? home.at("few") : undefined;
    const { code, said } = await home.type(typed, folder);
    expect([code, said]).toEqual([0, expect.any(String)]);
  });

  it("is left out for a reason only while a document shows it", () => {
    const unused = notTyped.filter(
      ([pattern]) =>
        !shownCommands.some(({ command }) =>
          pattern.test(command.replace(/^npm run fulcrum -- /, "fulcrum ")),
        ),
    );
    expect(unused).toEqual([]);
  });
});
