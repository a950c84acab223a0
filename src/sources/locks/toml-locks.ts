import { tomlReader } from "./toml-grammar.ts";
import { field } from "../untrusted-value.ts";

/** Cargo.lock: without a source it is a member of the workspace or a path; several versions of a crate may be there. */
export const cargoLock = tomlReader((held, sink) => {
  const name = field(held, "name");
  if (typeof name === "string" && field(held, "source") !== undefined)
    sink.add("cargo", name, field(held, "version"));
});

/** poetry.lock: a package from a folder or file is local. */
export const poetryLock = tomlReader((held, sink) => {
  const name = field(held, "name");
  const type = field(held, "source", "type");
  if (typeof name === "string" && type !== "directory" && type !== "file")
    sink.add("pypi", name, field(held, "version"));
});

const localSources = ["virtual", "editable", "directory", "path"];

/** uv.lock: the project and the members of its workspace stand among the packages, with a local source. */
export const uvLock = tomlReader((held, sink) => {
  const name = field(held, "name");
  const isLocal = localSources.some((key) => field(held, "source", key) !== undefined);
  if (typeof name === "string" && !isLocal) sink.add("pypi", name, field(held, "version"));
});

/** pdm.lock: what has a path is local. */
export const pdmLock = tomlReader((held, sink) => {
  const name = field(held, "name");
  if (typeof name === "string" && field(held, "path") === undefined)
    sink.add("pypi", name, field(held, "version"));
});

/** pylock.toml (PEP 751): of a repository without a version the commit; a folder is local. */
export const pylock = tomlReader((held, sink) => {
  const name = field(held, "name");
  if (typeof name === "string" && field(held, "directory") === undefined)
    sink.add("pypi", name, field(held, "version") ?? field(held, "vcs", "commit-id"));
}, "packages");
