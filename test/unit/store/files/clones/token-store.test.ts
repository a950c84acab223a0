import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FileTokens } from "#insight/duplication/file-tokens.ts";
import { TokenStore } from "#store/files/clones/token-store.ts";
import { TokenStoreWriter } from "#store/files/clones/token-store-writer.ts";
import { DamagedFile } from "#kernel/damaged-file.ts";

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fulcrum-tokens-"));
  path = join(folder, "shop.bin");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const numbers = (max: number) => fc.array(fc.nat(max), { maxLength: 40 });
const fileTokens: fc.Arbitrary<FileTokens> = fc
  .record({
    isCompared: fc.boolean(),
    codeLines: fc.nat(100_000),
    leftOut: fc.array(
      fc.record({
        reason: fc.constantFrom("imports" as const, "generated" as const, "data-table" as const),
        lines: fc.nat(1000),
      }),
      { maxLength: 3 },
    ),
    tokens: numbers(0xffff),
    lineDeltas: numbers(0xff),
    fingerprints: fc.array(fc.tuple(fc.nat(0xffffffff), fc.nat(0xffffffff)), { maxLength: 9 }),
  })
  .map(({ fingerprints, ...file }) => ({
    ...file,
    tokens: Uint16Array.from(file.tokens),
    lineDeltas: Uint8Array.from(file.lineDeltas),
    hashes: Uint32Array.from(fingerprints, ([hash]) => hash),
    positions: Uint32Array.from(fingerprints, ([, position]) => position),
  }));
const hexadecimal = (length: number) =>
  fc
    .uint8Array({ minLength: length / 2, maxLength: length / 2 })
    .map((bytes) => Buffer.from(bytes).toString("hex"));
const entry = fc.record({
  blob: fc.oneof(hexadecimal(40), hexadecimal(64)),
  language: fc.constantFrom("ruby", "go", "by-content"),
  day: fc.nat(0xffff),
  file: fileTokens,
});
const entries = fc.uniqueArray(entry, {
  maxLength: 12,
  selector: ({ blob, language }) => `${language} ${blob}`,
});

type Entry = typeof entry extends fc.Arbitrary<infer Value> ? Value : never;

function write(list: readonly Entry[]): void {
  const writer = new TokenStoreWriter(path);
  for (const { blob, language, file, day } of list) writer.add(blob, language, file, day);
  writer.finish();
}

describe("a token store", () => {
  it("gives every record back as it was, under its blob and language alone", () => {
    fc.assert(
      fc.property(entries, (list) => {
        write(list);
        const store = TokenStore.open(path);
        expect(store?.size).toBe(list.length);
        for (const { blob, language, day, file } of list) {
          const slot = store?.find(blob, language) ?? -1;
          expect(store?.read(slot)).toEqual(file);
          expect(store?.dayOf(slot)).toBe(day);
          expect(store?.keyParts(slot)).toEqual({ blob, language });
          expect(store?.find(blob, "cobol")).toBe(-1);
        }
        store?.close();
      }),
      { numRuns: 60 },
    );
    expect(readdirSync(folder)).toEqual(["shop.bin"]);
  });

  it("is absent, or says which record is torn, when any byte of it changed or is missing", () => {
    const [list = []] = fc.sample(fc.array(entry, { minLength: 6, maxLength: 6 }), {
      numRuns: 1,
      seed: 7,
    });
    write(list);
    const whole = readFileSync(path);
    const damaged = fc.oneof(
      fc.nat(whole.length - 1).map((length) => whole.subarray(0, length)),
      fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 })).map(([at, flip]) => {
        const copy = Buffer.from(whole);
        copy[at] = (copy[at] ?? 0) ^ flip;
        return copy;
      }),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(
      fc.property(damaged, (block) => {
        writeFileSync(path, block);
        const store = TokenStore.open(path);
        for (const { blob, language, file } of store === null ? [] : list) {
          const slot = store?.find(blob, language) ?? -1;
          let read: FileTokens | undefined;
          try {
            read = store?.read(slot);
          } catch (error) {
            expect(error).toBeInstanceOf(DamagedFile);
            continue;
          }
          expect(read).toEqual(file);
        }
        store?.close();
      }),
    );
  });

  it("leaves the old file where writing a new one is given up", () => {
    write([]);
    const before = readFileSync(path);
    new TokenStoreWriter(path).discard();
    expect(readFileSync(path)).toEqual(before);
    expect(readdirSync(folder)).toEqual(["shop.bin"]);
  });
});
