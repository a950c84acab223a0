/** For the folders below, which import from no further away than this one. */
export { lineNumbers } from "../line-numbers.ts";
