import { expect, it } from "vitest";
import { cargoToml } from "#sources/manifests/rust/cargo-toml.ts";

const read = (text: string) => cargoToml.read({ path: "crates/signals/Cargo.toml", text });

it("reads the crate, its dependencies by kind, targets and workspace", () => {
  const facts = read(`[package]
name = "signals"
version.workspace = true
description = "Signals"
publish = false

[dependencies]
points = "1.2"
levers = { version = "2", path = "../levers" }
old_lamp = { package = "lamp", git = "https://example.org/rail/lamp.git", tag = "v1" }
bells.workspace = true
[dependencies.horns]
version = "0.3"
registry = "railway"

[dev-dependencies]
test-track = "*"
[build-dependencies]
forge = "1"
[target.'cfg(unix)'.dependencies]
ropes = "4"
[workspace]
members = ["crates/*", "tools/one"]
[workspace.dependencies]
unused = "1"
`);
  expect(facts.packages).toEqual([
    {
      purl: "pkg:cargo/signals",
      kind: "library",
      version: "${workspace.package.version}",
      isPrivate: true,
      description: "Signals",
      line: 2,
    },
  ]);
  expect(facts.workspaces).toEqual(["crates/*", "tools/one"]);
  expect(facts.definitions).toEqual([
    { name: "workspace.dependencies.unused", value: "1", purl: "pkg:cargo/unused" },
  ]);
  expect(facts.dependencies?.find((one) => one.purl === "pkg:cargo/bells")?.reference).toBe(
    "workspace.dependencies.bells",
  );
  expect(
    facts.dependencies?.map((d) => [
      d.purl.slice(10),
      d.constraint,
      d.scope,
      d.line,
      d.localPath ?? d.origin,
    ]),
  ).toEqual([
    ["points", "1.2", "runtime", 8, undefined],
    ["levers", "2", "runtime", 9, "crates/levers"],
    ["lamp", "v1", "runtime", 10, "https://example.org/rail/lamp"],
    ["bells", null, "runtime", 11, undefined],
    ["horns", "0.3", "runtime", 12, "railway"],
    ["forge", "1", "build", 19, undefined],
    ["test-track", "*", "development", 17, undefined],
    ["ropes", "4", "runtime", 21, undefined],
  ]);
});

it("says what is broken", () => {
  expect(read("[package]\nname = \nversion").problems?.[0]).toMatchObject({
    code: "invalid",
    line: 2,
  });
  expect(read("[dependencies]\nx = 1").problems?.[0]).toMatchObject({ code: "invalid", line: 2 });
  expect(
    read('[badges]\nmaintenance = { status = "deprecated" }\n[package]\nname="a"').packages?.[0]
      ?.deprecated,
  ).toMatch(/deprecated/);
});

it("takes a patched crate from where the patch says, and patches nobody asks for as no use", () => {
  const facts = read(`[dependencies]
points = "1.2"
bells = { path = "../bells" }
lamp = { git = "https://example.org/rail/lamp.git", rev = "0ff1ce" }
gate = "1.1"
[patch.crates-io]
points = { git = "https://example.org/rail/points.git", branch = "fast" }
bells = { git = "https://example.org/rail/bells.git" }
unused = { path = "../unused" }
gate = { git = "https://example.org/rail/gate.git", tag = "v1.4.0" }
`);
  expect(
    facts.dependencies?.map((d) => [d.purl.slice(10), d.constraint, d.localPath ?? d.origin]),
  ).toEqual([
    ["points", "1.2", "https://example.org/rail/points"],
    ["bells", null, "crates/bells"],
    ["lamp", "0ff1ce", "https://example.org/rail/lamp"],
    ["gate", "v1.4.0", "https://example.org/rail/gate"],
  ]);
});

it("takes what only features for tests switch on for what it is", () => {
  const { dependencies = [] } = read(`[dependencies]
snapshot = { version = "1", optional = true }
faker = { version = "1", optional = true }
lamp = { version = "1", optional = true }
bell = { version = "1", optional = true }
horn = "1"
[features]
default = ["mock"]
testutils = ["dep:snapshot", "lamp?/fake", "horn/fake"]
mock = ["faker"]
night = ["lamp"]
`);
  expect(dependencies.map(({ purl, scope }) => `${purl.slice(10)} ${scope}`)).toEqual([
    "snapshot test",
    "faker runtime",
    "lamp runtime",
    "bell runtime",
    "horn runtime",
  ]);
});
