import { expect, it } from "vitest";
import { packageSwift } from "#sources/manifests/apple/package-swift.ts";
import { shown } from "../facts-shown.ts";

const project = `import ProjectDescription

let project = Project(
  name: "Till",
  packages: [
    .remote(url: "https://github.com/acme/rail.git", requirement: .upToNextMajor(from: "2.1.0")),
    .package(url: "https://github.com/acme/track", .exact("3.0.0")),
    .local(path: "../Lamp"),
  ],
  targets: [.target(name: "Till", dependencies: [.package(product: "Rail")])]
)
`;

it("reads packages that Project.swift and Dependencies.swift of Tuist name", () => {
  expect(shown(packageSwift, "apps/till/Project.swift", project)).toEqual([
    "swift/github.com/acme/rail ^2.1.0 runtime 6 from https://github.com/acme/rail",
    "swift/github.com/acme/track 3.0.0 runtime 7 from https://github.com/acme/track",
    "swift/Lamp - runtime 8 in apps/Lamp",
  ]);
  const dependencies = `import ProjectDescription
let dependencies = Dependencies(swiftPackageManager: [
  .remote(url: "git@git.example.org:acme/signal.git", requirement: .revision("0ff1ce"))
])
`;
  expect(shown(packageSwift, "Tuist/Dependencies.swift", dependencies)).toEqual([
    "swift/git.example.org/acme/signal 0ff1ce runtime 3 from https://git.example.org/acme/signal",
  ]);
});

it("takes no class of a program for a project of Tuist", () => {
  const model =
    'struct Project {\n  static let ours = Place.remote(url: "https://acme.example/x")\n}\n';
  expect(packageSwift.read({ path: "Sources/Project.swift", text: model })).toEqual({});
  expect(packageSwift.detect("Sources/Dependencies.swift")).toBe("none");
});
