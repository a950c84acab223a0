import type { FileSource } from "#evidence/source.ts";

/** Workflows that other repositories may call. */
export const reusableWorkflows: FileSource = {
  id: "reusable-workflows",
  version: 1,
  endings: ["yml", "yaml"],
  detect: (path) => (/^\.github\/workflows\/[^/]{1,200}\.ya?ml$/.test(path) ? "head" : "none"),
  read: ({ path, text }) =>
    /^\s{1,20}["']?workflow_call["']?\s{0,5}:|^on:\s{0,5}\[?.{0,100}\bworkflow_call\b/m.test(text)
      ? { surface: [{ mark: "reusable-workflow", text: path.slice(0, 160), count: 1 }] }
      : {},
};
