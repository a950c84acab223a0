import { join } from "node:path";
import { FILE_TOKENS_VERSION } from "#insight/duplication/file-tokens.ts";
import type { CloneIndexAbout } from "#ports/clone-store.ts";
import { isCount, isObject } from "../section-format.ts";

/*
 * The clone index of an organisation: a folder `clones` in the cache with one folder for each generation, and the file
 * `current` that names the one in force. A generation holds `files.bin` (what is where), `part-N.bin` (fingerprints and
 * lines of one range of hashes) and `tokens-N.bin` (tokens of repository N: the store of `token-store.ts`, linked, as it was then).
 */
const format = `fulcrum clone index 2.${String(FILE_TOKENS_VERSION)}`;
export const filesFormat = `${format} files`;
export const partFormat = `${format} part`;

export const indexFolder = (cacheFolder: string): string => join(cacheFolder, "clones");
export const currentFile = (cacheFolder: string): string =>
  join(indexFolder(cacheFolder), "current");
export const filesPath = (generation: string): string => join(generation, "files.bin");
export const partPath = (generation: string, part: number): string =>
  join(generation, `part-${String(part)}.bin`);
export const tokensPath = (generation: string, repository: number): string =>
  join(generation, `tokens-${String(repository)}.bin`);

/** One fingerprint in a part: hash, file, position, four bytes each. */
export const ENTRY_WORDS = 3;
/** One line that several files have: its hash (`LineHasher`), and how many. */
export const LINE_WORDS = 2;

/**
 * A file in `files`: offset of its tokens (8 bytes), numbers of tokens, line deltas and fingerprints, their checksum,
 * repository, place, start, length and checksum of the path, next file with the same tokens, checksum of all this: four
 * bytes each.
 */
export const FILE_BYTES = 52;

export function slotOf(hash: number, [low, high]: readonly [number, number], slots: number) {
  return Math.min(slots - 1, Math.floor(((hash - low) / (high - low)) * slots));
}

/** Null where it is of another shape: then the index is damaged. */
export function aboutIn(value: unknown): CloneIndexAbout | null {
  return isAbout(value) ? value : null;
}

function isAbout(value: unknown): value is CloneIndexAbout {
  return (
    isObject(value) &&
    typeof value["madeAt"] === "string" &&
    isCount(value["parts"]) &&
    value["parts"] > 0 &&
    isCount(value["filesCount"]) &&
    isCount(value["linesCount"]) &&
    isCount(value["fingerprintsCount"]) &&
    isListOf(value["repositories"], isRepository) &&
    isListOf(value["places"], isPlace)
  );
}

function isRepository(value: unknown): boolean {
  return (
    isObject(value) &&
    typeof value["id"] === "string" &&
    typeof value["name"] === "string" &&
    typeof value["commit"] === "string"
  );
}

function isPlace(value: unknown): boolean {
  const isText = (one: unknown): boolean => typeof one === "string";
  return (
    isObject(value) &&
    (value["componentId"] === null || isText(value["componentId"])) &&
    isListOf(value["owners"], isText)
  );
}

function isListOf(value: unknown, isOne: (one: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isOne);
}
