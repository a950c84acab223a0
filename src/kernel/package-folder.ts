import { fileURLToPath } from "node:url";

/**
 * The folder of package.json: two folders up from here, in `src/kernel`, in `dist/kernel` and in `dist/bundle` alike.
 * Whatever is read at run time beside the code is found from it.
 */
export const packageFolder: string = fileURLToPath(new URL("../../", import.meta.url));
