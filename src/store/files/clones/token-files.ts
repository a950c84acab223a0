import type { TokenShelves } from "#ports/clone-store.ts";
import { TokenStore } from "./token-store.ts";
import { TokenStoreWriter } from "./token-store-writer.ts";

/** Tokens of one repository a file. */
export const tokenFiles: TokenShelves = {
  tokensAt: (path) => TokenStore.open(path),
  begin: (path) => new TokenStoreWriter(path),
};
