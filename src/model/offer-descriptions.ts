import { isDescribing } from "#evidence/describing-words.ts";
import { bareName } from "./bare-name.ts";
import { bundleName } from "./bundles.ts";
import type { BuiltComponent } from "./components.ts";
import { readmeOf } from "./document-marks.ts";
import type { Component } from "./organisation.ts";
import type { OfferedPackage } from "./packages.ts";
import type { CapabilityKind } from "#vocabulary/structure.ts";

/** What packages say of themselves, or else what the README of their component says of them by name; null where neither does. */
export function descriptionOf(
  packages: readonly OfferedPackage[],
  built: BuiltComponent | undefined,
): string | null {
  return ownWords(packages) ?? wordsAbout(packages, built);
}

/**
 * What a component says of itself says it of its packages too; not of files that others happen to read from it, nor of the workflows
 * of a program, unless its words are about them; and what it says of the repository not of an image or a folder of it.
 */
export function wordsOfWhole(
  { description }: Pick<Component, "description">,
  kind: CapabilityKind,
  purls: readonly string[],
): string | null {
  if (description === null || kind === "files") return null;
  const isFolder = purls.length > 0 && purls.every((one) => one.includes("#"));
  const isPart = kind === "image" || kind === "chart" || isFolder;
  if (isPart && aboutRepository.test(description) && !aboutPipelines.test(description)) return null;
  const isBundle = purls.some((purl) => bundleName(purl) !== null);
  return isBundle && !aboutPipelines.test(description) ? null : description;
}

/** "This repository contains …": true of the whole, and of nothing that is built in it. */
const aboutRepository =
  /^(?:this |the |an? |our )?(?:[\p{L}\p{N}._-]{1,40} ){0,3}(?:mono)?repo(?:sitory)?\b/iu;

const aboutPipelines =
  /\b(?:actions|workflows|(?:github|shared|re-?usable) (?:action|workflow)|pipeline templates?|ci)\b/i;

/** What it says of itself, or said when it was there: no part speaks for a whole of several, and none that is gone for what is there. */
function ownWords(packages: readonly OfferedPackage[]): string | null {
  const live = packages.filter(({ to }) => to === null);
  const parts = live.length > 0 ? live : packages;
  const newest = parts.at(-1);
  if (newest === undefined || (parts.length > 1 && bundleName(newest.purl) !== null)) return null;
  const { description } = newest.history;
  return description !== null && isDescribing(description) ? description : null;
}

/** Of several images or charts each has a line of its own. */
function wordsAbout(
  packages: readonly OfferedPackage[],
  built: BuiltComponent | undefined,
): string | null {
  const parts = built === undefined ? [] : (readmeOf(built.unit)?.document?.parts ?? []);
  if (parts.length === 0) return null;
  const names = new Set(packages.map(({ purl }) => bareName(purl)?.name));
  return parts.find(({ name }) => names.has(spelled(name)))?.text ?? null;
}

/** As `bareName` spells names. */
function spelled(name: string): string {
  return (name.split("/").at(-1) ?? name).toLowerCase().replace(/[-_.]{1,10}/g, "-");
}
