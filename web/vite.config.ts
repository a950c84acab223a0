import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { bundledLicences } from "./bundled-licences.ts";
import { singlePage } from "./single-page.ts";

const here = import.meta.dirname;

/** Where each kind of page goes, and what it begins with. */
const pages: Readonly<Record<string, { readonly folder: string; readonly input: string }>> = {
  pieces: { folder: "pieces", input: "pieces.html" },
  workspace: { folder: "workspace", input: "workspace.html" },
};

/**
 * The screens as the page of a report; with `--mode workspace` as the service serves them, with `--mode pieces` a page that
 * shows each piece of a picture in every state.
 */
export default defineConfig(({ mode }) => {
  const { folder, input } = pages[mode] ?? { folder: "web", input: "report-template.html" };
  return {
    root: here,
    plugins: [react(), bundledLicences(), ...(mode === "workspace" ? [] : [singlePage()])],
    resolve: {
      alias: [
        { find: /^#contract\//, replacement: `${join(here, "..", "src", "contract")}/` },
        { find: /^#sections\//, replacement: `${join(here, "..", "src", "sections")}/` },
        { find: /^#vocabulary\//, replacement: `${join(here, "..", "src", "vocabulary")}/` },
        { find: /^#web\//, replacement: `${join(here, "src")}/` },
      ],
    },
    build: {
      // Beside the compiled engine: the report's writer looks for the template there at run time.
      outDir: join(here, "..", "dist", folder),
      emptyOutDir: true,
      target: "es2022",
      rollupOptions: {
        input: join(here, input),
      },
    },
  };
});
