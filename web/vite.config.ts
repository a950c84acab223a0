import { join } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { bundledLicences } from "./bundled-licences.ts";
import { singlePage } from "./single-page.ts";

const here = import.meta.dirname;

/** The screens; with `--mode pieces` a page that shows each piece of a picture in every state. */
export default defineConfig(({ mode }) => ({
  root: here,
  plugins: [react(), bundledLicences(), singlePage()],
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
    outDir: join(here, "..", "dist", mode === "pieces" ? "pieces" : "web"),
    emptyOutDir: true,
    target: "es2022",
    rollupOptions: {
      input: join(here, mode === "pieces" ? "pieces.html" : "report-template.html"),
    },
  },
}));
