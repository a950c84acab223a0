import { expect, it } from "vitest";
import { moduleBazel } from "#sources/manifests/bazel/module-bazel.ts";
import { offered, shown } from "../facts-shown.ts";

it("takes versions from overrides and from names of the file, and artefacts of Maven", () => {
  const text = `REEL = "1.6.0"
bazel_dep(name = "reel", version = REEL)
bazel_dep(name = "gauge", version = "1.1.0")
single_version_override(module_name = "gauge", version = "1.5.0")
bazel_dep(name = "lamp")
git_override(module_name = "lamp", remote = "https://github.com/cinema/lamp", tag = "v1.3.0")
maven.install(
    artifacts = [
        "org.cinema:seat:2.1.0",
        # "org.cinema:old:1",
        "org.cinema:row",
    ],
    repositories = ["https://repo.cinema.example/maven"],
)
maven.artifact(group = "org.cinema", artifact = "hall", version = "3")
`;
  expect(shown(moduleBazel, "deps.MODULE.bazel", text)).toEqual([
    "bazel/reel 1.6.0 runtime 2",
    "bazel/gauge 1.5.0 runtime 3",
    "bazel/lamp v1.3.0 runtime 5",
    "github/cinema/lamp v1.3.0 runtime 6 from https://github.com/cinema/lamp",
    "maven/org.cinema/seat 2.1.0 runtime 7",
    "maven/org.cinema/row - runtime 7",
    "maven/org.cinema/hall 3 runtime 15",
  ]);
});

it("reads modules of the registry, repositories and archives", () => {
  const text = `module(name = "booth", version = "1.0")
bazel_dep(name = "reel", version = "2.1")
# bazel_dep(name = "old", version = "1")
bazel_dep(name = "gauge", version = "1", dev_dependency = True)
git_override(
    module_name = "lamp",
    remote = "https://github.com/cinema/lamp.git",
    commit = "0ff1ce",
)
http_archive(
    name = "seat",
    sha256 = "00",
    urls = ["https://github.com/cinema/seat/archive/refs/tags/v4.tar.gz"],
)
`;
  expect(shown(moduleBazel, "MODULE.bazel", text)).toEqual([
    "bazel/reel 2.1 runtime 2",
    "bazel/gauge 1 development 4",
    "github/cinema/lamp 0ff1ce runtime 5 from https://github.com/cinema/lamp",
    "github/cinema/seat v4 runtime 10 from https://github.com/cinema/seat",
  ]);
  expect(offered(moduleBazel, "MODULE.bazel", text)).toEqual(["bazel/booth 1.0 public"]);
});
