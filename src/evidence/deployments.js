export const noDeployments = {
  strings: [],
  application: new Uint32Array(),
  environment: new Uint32Array(),
  version: new Uint32Array(),
  path: new Uint32Array(),
  slot: new Uint32Array(),
  at: new Float64Array(),
  commits: "",
};
export function* deploymentRows(columns) {
  const { strings, at, commits } = columns;
  const width = at.length === 0 ? 0 : commits.length / at.length;
  const text = (column, row) => strings[column[row] ?? 0] ?? "";
  for (let row = 0; row < at.length; row++) {
    yield {
      application: text(columns.application, row),
      environment: text(columns.environment, row),
      version: text(columns.version, row),
      path: text(columns.path, row),
      slot: text(columns.slot, row),
      at: at[row] ?? 0,
      commit: commits.slice(row * width, (row + 1) * width),
    };
  }
}
