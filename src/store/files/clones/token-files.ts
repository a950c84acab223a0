import type { TokenShelves } from "#ports/clone-store.ts";
import { removePart, reservePart } from "../section-writer.ts";
import { TokenStore } from "./token-store.ts";
import { TokenStoreWriter } from "./token-store-writer.ts";

/** Tokens of one repository a file. */
export const tokenFiles: TokenShelves = {
  tokensAt: (path) => TokenStore.open(path),
  begin: (path, part) => new TokenStoreWriter(path, part),
  reserve: reservePart,
  release: removePart,
};
