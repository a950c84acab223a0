/** Folders whose contents somebody else wrote: vendored, installed or built. */
const foreignFolder =
  /(?:^|\/)(?:vendor|node_modules|bower_components|jspm_packages|third[_-]?party|dist|Pods|Carthage|site-packages|__generated__|\.yarn|\.bundle|\.terraform|\.venv)\//;

/** Minified, bundled or generated files outside such folders. */
const foreignFile =
  /(?:[.-]min\.(?:js|mjs|cjs|css|html)|\.bundle\.(?:js|css)|\.(?:js|mjs|cjs|css|ts)\.map|\.pb\.(?:go|cc|h)|_pb2(?:_grpc)?\.pyi?|\.generated\.[A-Za-z]{1,5}|\.g\.(?:dart|cs)|\.designer\.cs|\.snap)$/;

/** The path asked about last: a hundred sources ask one after the other. */
const asked = { path: "", isForeign: false };

/** Says whether a path (POSIX, from the repository's root) holds code that this repository did not write by hand. */
export function isForeignPath(path: string): boolean {
  if (asked.path !== path) {
    asked.path = path;
    asked.isForeign = foreignFolder.test(path) || foreignFile.test(path);
  }
  return asked.isForeign;
}
