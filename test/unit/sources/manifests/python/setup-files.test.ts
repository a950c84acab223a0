import { processorMilliseconds } from "#fixtures/growth.ts";
import { describe, expect, it } from "vitest";
import type { FileFacts } from "#evidence/facts.ts";
import { pipfile } from "#sources/manifests/python/pipfile.ts";
import { setupCfg } from "#sources/manifests/python/setup-cfg.ts";
import { setupPy } from "#sources/manifests/python/setup-py.ts";

const brief = (facts: FileFacts) =>
  facts.dependencies?.map((d) => `${d.purl.slice(9)} ${d.constraint ?? "-"} ${d.scope} ${d.line}`);

describe("setup.cfg", () => {
  it("reads metadata and requirement lists", () => {
    const facts = setupCfg.read({
      path: "setup.cfg",
      text: `[metadata]
name = sky-chart
version = attr: sky.__version__
description = Maps the sky
# a comment
[options]
install_requires =
    lens>=2 ; python_version < "3.9"
    # the good one
    mirror
setup_requires = wheel
tests_require: dark-room
[options.extras_require]
dev =
    broom
maps = paper
[flake8]
install_requires = ghost
`,
    });
    expect(facts.packages).toEqual([
      {
        purl: "pkg:pypi/sky-chart",
        kind: "library",
        version: "${version:__version__}",
        isPrivate: false,
        description: "Maps the sky",
        line: 2,
      },
    ]);
    expect(brief(facts)).toEqual([
      "lens >=2 runtime 8",
      "mirror - runtime 10",
      "wheel - build 11",
      "dark-room - test 12",
      "broom - development 15",
      "paper - runtime 16",
    ]);
  });
});

describe("setup.py", () => {
  const read = (text: string): FileFacts => setupPy.read({ path: "setup.py", text });

  it("reads literals, and lists the module binds once", () => {
    const facts = read(`"""Sets up: setup(name="ghost")"""
from setuptools import setup, find_packages
import os

REQUIRES = [
    "lens>=2",  # the big one
    'mirror' '<3',
] + ["tripod"]

setup(
    name="sky_chart", version='1.0',
    description=("Maps "
                 "the sky"),
    packages=find_packages(exclude=["tests"]),
    long_description=open(os.path.join("README", "x")).read(),
    install_requires=REQUIRES,
    setup_requires=("wheel",),
    extras_require={"test": ["dark-room"], "maps": "paper"},
)
`);
    expect(facts.packages).toEqual([
      {
        purl: "pkg:pypi/sky-chart",
        kind: "library",
        version: "1.0",
        isPrivate: false,
        description: "Maps the sky",
        line: 11,
      },
    ]);
    expect(brief(facts)).toEqual([
      "lens >=2 runtime 6",
      "mirror <3 runtime 7",
      "tripod - runtime 8",
      "wheel - build 17",
      "dark-room - test 18",
      "paper - runtime 18",
    ]);
    expect(facts.problems).toBeUndefined();
  });

  it("says what is computed, and keeps what is not", () => {
    const facts = read(`A = ["x"]
A = ["y"]
setup(name=NAME, install_requires=read("requirements.txt").splitlines(),
      tests_require=["lamp", f"bulb{n}"], setup_requires=A, extras_require=EXTRAS)`);
    expect(brief(facts)).toEqual(["lamp - test 4"]);
    expect(facts.includes).toEqual([{ path: "requirements.txt", reader: "python-requirements" }]);
    expect(facts.problems?.map((p) => `${p.code} ${p.text}`)).toEqual([
      "unsupported the name is computed",
      "unsupported setup_requires is computed",
      "unsupported tests_require is computed",
      "unsupported extras_require is computed",
    ]);
    expect(read(`x = "never ends`).problems?.[0]?.code).toBe("invalid");
    expect(read("print('no call')")).toEqual({});
  });
});

describe("setup.py of lists that are added to each other", () => {
  it("is read up to a bound, and says that lists are computed", () => {
    const names = Array.from(
      { length: 60 },
      (_, at) => `v${String(at + 1)} = v${String(at)} + v${String(at)} + ["rail${String(at)}"]`,
    );
    const extras = Array.from({ length: 3_000 }, (_, at) => `"e${String(at)}": v12,`);
    const before = processorMilliseconds();
    const facts = setupPy.read({
      path: "setup.py",
      text: `v0 = ["rail"]\n${names.join("\n")}\nsetup(name="till", install_requires=v60, extras_require={${extras.join("")}})`,
    });
    expect(facts.problems?.map(({ code, text }) => `${code} ${text}`)).toEqual([
      "unsupported install_requires is computed",
      "truncated extras_require says more than is read",
    ]);
    expect(processorMilliseconds() - before).toBeLessThan(5_000);
  });
});

describe("Pipfile", () => {
  it("reads packages, development packages and categories", () => {
    const facts = pipfile.read({
      path: "Pipfile",
      text: `[[source]]
url = "https://pypi.org/simple"
name = "pypi"
[packages]
lens = ">=2"
mirror = {git = "https://example.org/sky/mirror.git", ref = "main", editable = true}
[dev-packages]
broom = "*"
[docs]
quill = "*"
[requires]
python_version = "3.12"
`,
    });
    expect(brief(facts)).toEqual([
      "lens >=2 runtime 5",
      "mirror - runtime 6",
      "broom * development 8",
      "quill * development 10",
    ]);
    expect(facts.dependencies?.[1]?.origin).toBe("https://example.org/sky/mirror");
  });
});
