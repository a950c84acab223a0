import { expect, it } from "vitest";
import { pubspec } from "#sources/manifests/dart/pubspec.ts";
import { offered, shown } from "../facts-shown.ts";

const text = `name: ticket_booth
version: 1.4.0+7
publish_to: none
workspace: [packages/lamp]
environment: { sdk: ^3.5.0 }
dependencies:
  flutter: { sdk: flutter }
  reel: ^2.0.0
  anything:
  curtain:
    git: { url: git@github.com:cinema/curtain.git, ref: v3, path: packages/curtain }
  lamp: { path: packages/lamp }
  seat: { hosted: https://pub.cinema.example, version: ^1.1.0 }
  popcorn: ^1.0.0
dev_dependencies:
  projector_test: any
dependency_overrides:
  popcorn: 1.2.3
  stray: 9.0.0
`;

it("reads dependencies from the registry, repositories, folders and other hosts", () => {
  expect(shown(pubspec, "app/pubspec.yaml", text)).toEqual([
    "pub/reel ^2.0.0 runtime 8",
    "pub/anything - runtime 9",
    "pub/curtain v3 runtime 11 from https://github.com/cinema/curtain",
    "pub/lamp - runtime 12 in app/packages/lamp",
    "pub/seat ^1.1.0 runtime 13 from pub.cinema.example",
    "pub/popcorn 1.2.3 runtime 14",
    "pub/projector_test any development 16",
  ]);
});

it("takes the package behind a name, and the version of what stands in for it", () => {
  const other = `name: foyer
dependencies:
  screen:
    hosted: { name: cinema_screen, url: https://pub.cinema.example }
    version: 1.2.9
  curtain: ^3.1.0
dependency_overrides:
  curtain: { git: { url: https://github.com/cinema/curtain, ref: v3.5.0 } }
`;
  expect(shown(pubspec, "pubspec.yaml", other)).toEqual([
    "pub/cinema_screen 1.2.9 runtime 4 from pub.cinema.example",
    "pub/curtain v3.5.0 runtime 6 from https://github.com/cinema/curtain",
  ]);
});

it("offers the package, unless it is to be published nowhere", () => {
  expect(offered(pubspec, "pubspec.yaml", text)).toEqual(["pub/ticket_booth 1.4.0+7 private"]);
  expect(offered(pubspec, "pubspec.yaml", "name: reel")).toEqual(["pub/reel - public"]);
  expect(pubspec.read({ path: "pubspec.yaml", text }).workspaces).toEqual(["packages/lamp"]);
});
