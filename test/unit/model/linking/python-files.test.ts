import { describe, expect, it } from "vitest";
import { processorMilliseconds } from "#fixtures/growth.ts";
import { offersOf, usesOf } from "./linked-files.ts";

const project = (more: string) => `[project]\nname = "till"\n${more}`;

describe("requirements in other files", () => {
  it("are those of the file that names them, whatever they are called", () => {
    expect(
      usesOf({
        "shop/requirements.txt": "--requirement=../deps/base.lst\n-r../deps/web.lst\n",
        "deps/base.lst": "rail==1.0\n-r more.lst",
        "deps/more.lst": "bogie",
        "deps/web.lst": "track>=2",
      }),
    ).toEqual(["shop: pypi/bogie -", "shop: pypi/rail ==1.0", "shop: pypi/track >=2"]);
  });

  it("take their versions from constraints, and these from others", () => {
    expect(
      usesOf({
        "requirements/base.in": "-c pins.txt\nRail_Way[steam]\ntrack==3\nbogie\n",
        "requirements/pins.txt": "-c common.txt\nrail-way==1.4\ntrack==2\n",
        "requirements/common.txt": "rail.way<9\n",
      }),
    ).toContain("requirements: pypi/rail-way ==1.4");
  });

  it("end where circles close", () => {
    expect(
      usesOf({ "requirements.txt": "-r a.lst", "a.lst": "-r b.lst\nrail", "b.lst": "-r a.lst" }),
    ).toEqual([".: pypi/rail -"]);
  });

  it("are gone through once, however many ways lead to them", () => {
    const files: Record<string, string> = { "requirements.txt": "-r a0.lst" };
    for (let at = 0; at < 40; at++)
      for (const name of ["a", "b"])
        files[`${name}${String(at)}.lst`] =
          `-r a${String(at + 1)}.lst\n-r b${String(at + 1)}.lst\nrail${String(at)}`;
    const before = processorMilliseconds();
    const uses = usesOf(files);
    expect(uses).toContain(".: pypi/rail39 -");
    // Each file counts once for the folder: 1 + 39 × 2 of them.
    expect(uses.length).toBe(79);
    expect(processorMilliseconds() - before).toBeLessThan(5_000);
  });

  it("are named by setup.py, setup.cfg, setuptools and hatch", () => {
    const files = { "deps/run.lst": "rail==1.0", "deps/base.in": "rail==1.0" };
    const rail = [".: pypi/rail ==1.0"];
    const setup = `import os
here = os.path.dirname(__file__)
def load(*paths):
    return [line for path in paths for line in open(path)]
setup(name="till", long_description=open("README.txt").read(), install_requires=load(os.path.join("deps", "base.in")))`;
    expect(usesOf({ ...files, "setup.py": setup, "README.txt": "prose" })).toEqual(rail);
    expect(
      usesOf({
        ...files,
        "setup.py": `with open("deps/base.in") as f:\n    needed = f.readlines()\nsetup(name="till", install_requires=needed)`,
      }),
    ).toEqual(rail);
    expect(
      usesOf({ ...files, "setup.cfg": "[options]\ninstall_requires = file: deps/run.lst\n" }),
    ).toEqual(rail);
    expect(
      usesOf({
        ...files,
        "pyproject.toml": project(
          `[tool.setuptools.dynamic]\ndependencies = { file = "deps/run.lst" }`,
        ),
      }),
    ).toEqual(rail);
    expect(
      usesOf({
        ...files,
        "pyproject.toml": project(
          `[tool.hatch.metadata.hooks.requirements_txt]\nfiles = ["deps/run.lst"]`,
        ),
      }),
    ).toEqual(rail);
    expect(
      usesOf({
        ...files,
        "tox.ini": "[testenv]\ndeps =\n  -r{toxinidir}/deps/run.lst\n  py: track>1\n",
      }),
    ).toEqual([".: pypi/rail ==1.0", ".: pypi/track >1 (test)"]);
  });
});

describe("a version in another file", () => {
  const py = `"""Tills."""\n__version__ = "2.5.0"\n`;
  it.each([
    [
      "setuptools attr",
      {
        "pyproject.toml": project(
          `[tool.setuptools.dynamic]\nversion = { attr = "till.__version__" }`,
        ),
        "src/till/__init__.py": py,
      },
    ],
    [
      "setuptools file",
      {
        "pyproject.toml": project(`[tool.setuptools.dynamic]\nversion = { file = "VERSION" }`),
        VERSION: "2.5.0\n",
      },
    ],
    [
      "hatch",
      {
        "pyproject.toml": project(`[tool.hatch.version]\npath = "till/about.py"`),
        "till/about.py": py,
      },
    ],
    [
      "flit",
      {
        "pyproject.toml": `[build-system]\nbuild-backend = "flit_core.buildapi"\n${project("")}`,
        "till.py": py,
      },
    ],
    [
      "setup.cfg",
      {
        "setup.cfg": "[metadata]\nname = till\nversion = attr: till.version.VERSION\n",
        "till/version.py": "VERSION = (2, 5, 0)\n",
      },
    ],
    [
      "setup.py",
      {
        "setup.py": `setup(name="till", version=get_version("till", "__init__.py"))`,
        "till/__init__.py": py,
      },
    ],
    [
      "setup.py's import",
      {
        "setup.py": `from till.version import __version__\nsetup(name="till", version=__version__)`,
        "till/version.py": py,
      },
    ],
    [
      "setup.py's module",
      {
        "setup.py": `import till\nsetup(name="till", version=till.__version__)`,
        "till/__init__.py": "from ._version import __version__\n",
        "till/_version.py": py,
      },
    ],
  ])("is found as %s says", (_by, files) => {
    expect(offersOf(files as unknown as Record<string, string>)).toEqual(["pypi/till 2.5.0"]);
  });

  it("is unknown where no file says it", () => {
    expect(offersOf({ "setup.py": `setup(name="till", version=till.__version__)` })).toEqual([
      "pypi/till -",
    ]);
  });
});
