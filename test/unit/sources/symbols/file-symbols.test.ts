import { describe, expect, it } from "vitest";
import { fileSymbols } from "#sources/symbols/file-symbols.ts";

function uses(path: string, text: string): readonly string[] {
  return fileSymbols(path, text).symbolUses.map(({ name, purl }) =>
    purl === null ? name : `${purl} ${name}`,
  );
}

describe("Ruby", () => {
  it("exports modules and classes of lib in full, by nesting", () => {
    const text =
      "module Railway\n  class Signal\n    class Lamp; end\n  end\n  module Track::Switch\n  end\nend\nclass Other < Railway::Signal\nend\n";
    expect(fileSymbols("lib/railway.rb", text).exports).toEqual([
      "Railway",
      "Railway::Signal",
      "Railway::Signal::Lamp",
      "Railway::Track::Switch",
      "Other",
    ]);
    expect(fileSymbols("app/railway.rb", text).exports).toEqual([]);
  });

  it("uses chains and constants that receive a message, not the language's own", () => {
    const text =
      "Railway::Signal.new(1)\nTrack.find(2)\nWagon\nTime.now\nJSON::ParserError\n'Quoted::Name'\n";
    expect(uses("app/a.rb", text)).toEqual(["Railway::Signal", "Track"]);
    expect(uses("spec/a_spec.rb", text)).toEqual([]);
    expect(uses("app/views/a.html.erb", "<%= Railway::Map.draw %>")).toEqual(["Railway::Map"]);
  });
});

describe("JavaScript and TypeScript", () => {
  it("exports of the entry", () => {
    const text = [
      "export const signal = 1;",
      "export async function ring() {}",
      "export abstract class Lamp {}",
      "export type { Track, Switch as Points } from './track.ts';",
      "export default Lamp;",
      "exports.bell = 1;",
    ].join("\n");
    expect(fileSymbols("src/index.ts", text).exports).toEqual(
      expect.arrayContaining(["signal", "ring", "Lamp", "Track", "Points", "default", "bell"]),
    );
    expect(fileSymbols("src/lamp.ts", text).exports).toEqual([]);
  });

  it("exports of CommonJS, of namespaces and of constant enumerations", () => {
    const text = [
      "module.exports = { ring, toll: strike, ...others };",
      "export const enum Gauge {}",
      "export declare namespace Track {}",
    ].join("\n");
    expect(fileSymbols("index.js", text).exports.toSorted()).toEqual([
      "Gauge",
      "Track",
      "ring",
      "toll",
    ]);
  });

  it("uses of packages, by the package's purl", () => {
    const text = [
      'import Lamp, { Signal, type Track as T } from "@railway/ui";',
      'import * as maps from "railway-maps/deep";',
      "import {\n  Bell,\n  Horn,\n} from 'railway-sounds';",
      'const { ring: r } = require("railway-sounds");',
      'import { near } from "./near.ts";',
      'import fs from "node:fs";',
    ].join("\n");
    expect(uses("web/a.tsx", text)).toEqual([
      "pkg:npm/%40railway/ui default",
      "pkg:npm/%40railway/ui Signal",
      "pkg:npm/%40railway/ui Track",
      "pkg:npm/railway-maps *",
      "pkg:npm/railway-sounds Bell",
      "pkg:npm/railway-sounds Horn",
      "pkg:npm/railway-sounds ring",
    ]);
  });
});

describe("Python", () => {
  it("exports public names with their module, and passes on imports of a package", () => {
    const text =
      "from .track import Switch, Points as P\nSPEED = 3\nclass Lamp:\n    def on(self): ...\ndef _dim(): ...\nasync def ring(): ...\n";
    expect(fileSymbols("src/railway/__init__.py", text).exports).toEqual([
      "railway.SPEED",
      "railway.Lamp",
      "railway.ring",
      "railway.Switch",
      "railway.P",
    ]);
  });

  it("uses names of other modules", () => {
    const text =
      "from railway.track import (\n    Switch,\n    Points as P,\n)\nfrom . import near\nimport os\n";
    expect(uses("app/a.py", text)).toEqual(["railway.track.Switch", "railway.track.Points"]);
  });
});

describe("Go", () => {
  it("exports capitals of library packages", () => {
    const text =
      "package signal\n\nfunc Ring() {}\nfunc dim() {}\ntype Lamp struct{}\nfunc (l *Lamp) On() {}\n";
    expect(fileSymbols("signal/signal.go", text).exports).toEqual(["Ring", "Lamp"]);
    expect(fileSymbols("cmd/a/main.go", text).exports).toEqual([]);
    expect(fileSymbols("a.go", "package main\nfunc Ring() {}").exports).toEqual([]);
  });

  it("uses selectors of imported packages", () => {
    const text =
      'package main\n\nimport (\n\t"fmt"\n\tsig "example.org/railway/signal"\n\t"example.org/railway/go-track/v2"\n)\n\nfunc main() { fmt.Println(sig.Ring(), track.Open, other.Thing) }\n';
    expect(uses("cmd/a/main.go", text)).toEqual([
      "pkg:golang/example.org/railway/signal Ring",
      "pkg:golang/example.org/railway/go-track/v2 Open",
    ]);
  });
});

describe("Java and Kotlin", () => {
  it("exports types with their package, and uses imports", () => {
    const java =
      "package org.railway;\n\nimport java.util.List;\nimport static org.bells.Bell.ring;\nimport org.track.Switch;\n\npublic final class Lamp {}\nclass Hidden {}\n";
    expect(fileSymbols("src/main/java/Lamp.java", java).exports).toEqual(["org.railway.Lamp"]);
    expect(uses("src/main/java/Lamp.java", java)).toEqual([
      "org.bells.Bell.ring",
      "org.track.Switch",
    ]);
    const kotlin = "package org.railway\n\ndata class Wagon(val n: Int)\n";
    expect(fileSymbols("src/main/kotlin/Wagon.kt", kotlin).exports).toEqual(["org.railway.Wagon"]);
  });
});
