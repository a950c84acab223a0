import { describe, expect, it } from "vitest";
import { cartfile } from "#sources/manifests/apple/cartfile.ts";
import { packageSwift } from "#sources/manifests/apple/package-swift.ts";
import { podfile, podspec, podspecJson } from "#sources/manifests/apple/podfile.ts";
import { xcodeProject } from "#sources/manifests/apple/xcode-project.ts";
import { offered, shown } from "../facts-shown.ts";

describe("Package.swift", () => {
  const text = `// swift-tools-version:5.9
import PackageDescription
let package = Package(
  name: "TramKit",
  products: [ .library(name: "TramKit", targets: ["TramKit"]) ],
  dependencies: [
    .package(url: "https://github.com/Depot/Rail.git", from: "1.2.0"),
    // .package(url: "https://github.com/depot/old.git", from: "1.0.0"),
    .package(name: "Bell", url: "git@git.depot.example:tram/Bell.git", .upToNextMinor(from: "2.0.0")),
    .package(url: "https://github.com/depot/wire", exact: "3.1.4"),
    .package(url: "https://github.com/depot/pole", "1.0.0"..<"2.0.0"),
    .package(url: "https://github.com/depot/seat", branch: "main"),
    .package(path: "../Track"),
    .package(id: "depot.lamp", from: "4.0.0"),
  ],
  targets: [ .target(name: "TramKit", dependencies: [.product(name: "Rail", package: "Rail")]) ]
)`;

  it("uses packages by their address, path or name in a registry", () => {
    expect(shown(packageSwift, "kit/Package.swift", text)).toEqual([
      "swift/github.com/depot/rail ^1.2.0 runtime 7 from https://github.com/Depot/Rail",
      "swift/git.depot.example/tram/bell ~> 2.0.0 runtime 9 from https://git.depot.example/tram/Bell",
      "swift/github.com/depot/wire 3.1.4 runtime 10 from https://github.com/depot/wire",
      "swift/github.com/depot/pole >=1.0.0 <2.0.0 runtime 11 from https://github.com/depot/pole",
      "swift/github.com/depot/seat - runtime 12 from https://github.com/depot/seat",
      "swift/Track - runtime 13 in Track",
      "swift/depot/lamp ^4.0.0 runtime 14",
    ]);
  });

  it("offers the repository that it stands in, if it has products", () => {
    expect(offered(packageSwift, "Package.swift", text)).toEqual([
      "swift/-owner-/-repository- - public",
    ]);
    expect(offered(packageSwift, "kit/Package.swift", text)).toEqual([
      "swift/-owner-/-repository-#kit - public",
    ]);
    expect(offered(packageSwift, "Package.swift", `let package = Package(name: "App")`)).toEqual(
      [],
    );
  });
});

it("reads packages of an Xcode project, whose paths count from the folder around it", () => {
  const text = `
/* Begin XCRemoteSwiftPackageReference section */
\t\t0A /* XCRemoteSwiftPackageReference "Rail" */ = {
\t\t\tisa = XCRemoteSwiftPackageReference;
\t\t\trepositoryURL = "https://github.com/depot/Rail.git";
\t\t\trequirement = {
\t\t\t\tkind = upToNextMajorVersion;
\t\t\t\tminimumVersion = 1.2.0;
\t\t\t};
\t\t};
\t\t0B /* XCRemoteSwiftPackageReference "Bell" */ = {
\t\t\tisa = XCRemoteSwiftPackageReference;
\t\t\trepositoryURL = "https://github.com/depot/bell";
\t\t\trequirement = {
\t\t\t\tkind = exactVersion;
\t\t\t\tversion = 2.0.1;
\t\t\t};
\t\t};
\t\t0C /* XCLocalSwiftPackageReference "../Track" */ = {
\t\t\tisa = XCLocalSwiftPackageReference;
\t\t\trelativePath = ../Track;
\t\t};
`;
  expect(shown(xcodeProject, "apps/tram/Tram.xcodeproj/project.pbxproj", text)).toEqual([
    "swift/github.com/depot/rail ^1.2.0 runtime - from https://github.com/depot/Rail",
    "swift/github.com/depot/bell 2.0.1 runtime - from https://github.com/depot/bell",
    "swift/Track - runtime - in apps/Track",
  ]);
});

it("reads a Cartfile", () => {
  const text = `github "depot/rail" ~> 1.0 # the rails\ngit "https://git.depot.example/tram/bell.git" "main"\nbinary "x"\n`;
  expect(shown(cartfile, "Cartfile", text)).toEqual([
    "swift/github.com/depot/rail ~> 1.0 runtime 1 from https://github.com/depot/rail",
    "swift/git.depot.example/tram/bell main runtime 2 from https://git.depot.example/tram/bell",
  ]);
});

describe("CocoaPods", () => {
  it("reads a Podfile", () => {
    const text = `platform :ios, '15.0'
target 'Tram' do
  use_frameworks!
  pod 'Rail/Core', '~> 1.2'
  pod 'Bell', :git => 'https://github.com/depot/bell.git', :tag => 'v2'
  pod 'Track', path: '../Track'
  target 'TramTests' do
    inherit! :search_paths
    pod 'Gauge', '>= 1', '< 3'
  end
end
`;
    expect(shown(podfile, "app/Podfile", text)).toEqual([
      "cocoapods/Rail ~> 1.2 runtime 4",
      "cocoapods/Bell v2 runtime 5 from https://github.com/depot/bell",
      "cocoapods/Track - runtime 6 in Track",
      "cocoapods/Gauge >= 1, < 3 test 9",
    ]);
  });

  it("reads a podspec in JSON, and leaves those that a repository of specs lists", () => {
    const text = `{ "name": "Depot", "version": "2.0.0",
  "dependencies": { "Rail/Core": ["1.2.5"], "Gate": "~> 1" },
  "subspecs": [{ "name": "Ui", "dependencies": { "Depot/Core": [], "Bell": [] } }] }`;
    expect(shown(podspecJson, "Depot.podspec.json", text)).toEqual([
      "cocoapods/Rail 1.2.5 runtime 2",
      "cocoapods/Gate ~> 1 runtime 2",
      "cocoapods/Bell - runtime -",
    ]);
    expect(offered(podspecJson, "Depot.podspec.json", text)).toEqual([
      "cocoapods/Depot 2.0.0 public",
    ]);
    expect(podspecJson.detect("Depot/2.0.0/Depot.podspec.json")).toBe("none");
    expect(podspec.detect("Specs/Tram/1.1/Tram.podspec")).toBe("none");
    expect(podspec.detect("ios/Tram.podspec")).toBe("history");
  });

  it("reads a podspec, whose parts are no pods of their own", () => {
    const text = `Pod::Spec.new do |s|
  s.name = 'Tram'
  s.version = '2.0.0'
  s.subspec 'Core' do |core|
    core.dependency 'Rail', '~> 1.0'
    core.dependency 'Tram/Bell'
  end
  s.test_spec 'Tests' do |test|
    test.dependency 'Gauge'
  end
end
`;
    expect(shown(podspec, "Tram.podspec", text)).toEqual([
      "cocoapods/Rail ~> 1.0 runtime 5",
      "cocoapods/Gauge - test 9",
    ]);
    expect(offered(podspec, "Tram.podspec", text)).toEqual(["cocoapods/Tram 2.0.0 public"]);
  });
});
