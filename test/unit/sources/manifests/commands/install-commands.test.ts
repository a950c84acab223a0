import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { installsOf } from "#sources/manifests/commands/install-commands.ts";
import { scriptInstallsSource } from "#sources/manifests/commands/script-installs.ts";

function shown(script: string): string[] {
  return installsOf(script).map(
    ({ type, name, constraint, line }) =>
      `${String(line)} ${type ?? "address"} ${name}${constraint === null ? "" : ` ${constraint}`}`,
  );
}

const purls = (path: string, text: string): string[] =>
  (scriptInstallsSource.read({ path, text }).dependencies ?? []).map(
    ({ purl, constraint }) => `${purl}${constraint === null ? "" : ` ${constraint}`}`,
  );

describe("packages that commands fetch", () => {
  it("reads charts that are deployed by address, and none that only this machine knows", () => {
    const script = [
      "#!/bin/sh",
      "helm upgrade --install oven oci://ghcr.io/bakery/charts/oven --version 1.9.0 -n ovens",
      "helm install till --repo https://charts.bakery.example --version 2.0.0 till",
      "helm upgrade --install here ./charts/here && helm repo update",
      'helm template "$CHART" --version 1',
    ].join("\n");
    expect(purls("deploy.sh", script)).toEqual([
      "pkg:helm/oven?repository_url=oci%3A%2F%2Fghcr.io%2Fbakery%2Fcharts 1.9.0",
      "pkg:helm/till?repository_url=https%3A%2F%2Fcharts.bakery.example 2.0.0",
    ]);
  });

  it("reads each ecosystem's way to install by name", () => {
    expect(
      shown(
        [
          "\tpip install --upgrade 'oven-lint[all]==2.1' -r requirements.txt flour",
          "\tpip3 install git+https://github.com/bakery/dough.git@v3#egg=dough",
          "\tpython -m pip install proof~=1.4",
          "\t@uv tool install crumb",
          "\tuvx --from glaze==1 glaze-cli",
          "\tnpm install -g @bakery/knead@^4 && npx @bakery/bake@2 --fast",
          "\tyarn global add rye; pnpm dlx @bakery/slice",
          "\tgem install sourdough -v 1.2 && gem specific_install https://github.com/bakery/starter.git -b $(COMMIT)",
          "\tGOBIN=$(PWD)/bin go install bakery.example/tools/cmd/proofer@v1.9.0",
          "\tcargo install --locked mill --version 0.3 && cargo install --git https://github.com/bakery/sieve --tag v2",
          "\tbrew install bakery/tools/peel",
          "\thelm plugin install https://github.com/bakery/helm-oven --version 1.0",
          "\tdotnet tool install -g Bakery.Scale --version 5.1.0",
          "\tcomposer global require bakery/yeast:^2",
          '\tdocker run --rm -v "$PWD:/work" -e TOKEN bakery/taster:2 --all && docker pull "registry.bakery.example/oven/cake:$TAG"',
        ].join("\n"),
      ),
    ).toEqual([
      "1 pypi oven-lint ==2.1",
      "1 pypi flour",
      "2 pypi dough v3",
      "3 pypi proof ~=1.4",
      "4 pypi crumb",
      "5 pypi glaze ==1",
      "6 npm @bakery/knead ^4",
      "6 npm @bakery/bake 2",
      "7 npm rye",
      "7 npm @bakery/slice",
      "8 gem sourdough 1.2",
      "8 address https://github.com/bakery/starter.git",
      "9 golang bakery.example/tools v1.9.0",
      "10 cargo mill 0.3",
      "10 address https://github.com/bakery/sieve v2",
      "11 address https://github.com/bakery/homebrew-tools",
      "12 address https://github.com/bakery/helm-oven 1.0",
      "13 nuget Bakery.Scale 5.1.0",
      "14 composer bakery/yeast ^2",
      "15 docker bakery/taster:2",
      "15 docker registry.bakery.example/oven/cake",
    ]);
  });

  it("reads commands with expressions of the pipeline, and tools of go.mod that are run", () => {
    expect(
      shown(
        "git clone -b ${{ matrix.branch }} https://github.com/bakery/oven-tests.git tests\n@go tool bakery.example/tools/cmd/proofer",
      ),
    ).toEqual([
      "1 address https://github.com/bakery/oven-tests.git",
      "2 golang bakery.example/tools",
    ]);
  });

  it("reads images that variables are set to, where their registry is named", () => {
    expect(
      shown(
        'BASE_IMAGE="${BASE_IMAGE:-registry.bakery.example/oven/base:$TAG}"\nIMAGE ?= oven\nexport RYE_IMAGE=ghcr.io/bakery/rye:2.1\nURL=https://bakery.example/x',
      ),
    ).toEqual(["1 docker registry.bakery.example/oven/base", "3 docker ghcr.io/bakery/rye:2.1"]);
    expect(shown("IMAGE=ghcr.io/bakery/rye:2.1\ndocker push $IMAGE")).toEqual([]);
  });

  it("reads what is said and what is done on one line apart, and a last line that goes on nowhere", () => {
    expect(shown('echo "pip install rye;" && pip install wheat\npip install oat \\')).toEqual([
      "1 pypi wheat",
      "2 pypi oat",
    ]);
  });

  it("tells of a script that is too large to be read", () => {
    const text = `pip install rye\n${"#".repeat(300_000)}`;
    expect(scriptInstallsSource.read({ path: "Makefile", text })).toEqual({
      problems: [expect.objectContaining({ code: "too-large" })],
    });
  });

  it("joins continued lines and keeps the line where the command begins", () => {
    expect(shown("RUN apt-get update \\\n  && pip install \\\n     rye==3\n")).toEqual([
      "1 pypi rye ==3",
    ]);
  });

  it("takes no path, no variable, no comment, no word of an echo and no option's value for a package", () => {
    expect(
      shown(
        [
          "# pip install rye",
          "echo pip install rye",
          'echo "first: pip install rye; npm i -g @bakery/oven && npx @bakery/oven"',
          "printf -v words 'brew install bakery/tools/peel; gem install rye'",
          "pip install -e . ./tools dist/rye.whl $PACKAGE",
          "npm install ../oven ./dough.tgz",
          "npm ci",
          "go install ./cmd/...",
          "cargo install --path .",
          "pip install --index-url https://wheels.example.org/simple",
          "gem install pkg/rye-1.0.gem",
          "the pip install rye",
          "go run main.go",
          "docker run oven && docker run $REGISTRY/oven && docker build -t a/b .",
        ].join("\n"),
      ),
    ).toEqual([]);
  });

  it("reads steps of pipelines and instructions of images", () => {
    expect(
      purls(
        ".github/workflows/bake.yml",
        "jobs:\n  bake:\n    steps:\n      - run: pip install bakery-lint\n      - run: |\n          npm i -g @bakery/knead@4\n",
      ),
    ).toEqual(["pkg:pypi/bakery-lint", "pkg:npm/%40bakery/knead 4"]);
    expect(
      purls(
        "Dockerfile",
        'FROM node:20\nRUN ["npm", "install"]\nRUN --mount=type=cache,target=/x curl -fsSL https://github.com/bakery/peel/releases/download/v1.2.0/peel.tgz | tar xz\n',
      ),
    ).toEqual(["pkg:github/bakery/peel v1.2.0"]);
  });

  it("counts what a build clones, and not what a script of all repositories clones", () => {
    const clone = (name: string): string =>
      `\tgit clone --depth 1 -b main https://github.com/bakery/${name}.git`;
    expect(purls("Makefile", `all:\n${clone("oven")}\n`)).toEqual(["pkg:github/bakery/oven main"]);
    expect(
      purls("Makefile", ["rye", "oven", "dough", "flour", "yeast"].map(clone).join("\n")),
    ).toEqual([]);
  });

  it("never throws and never takes long, whatever stands in a script", () => {
    const piece = fc.constantFrom(
      "pip install ",
      "npm i ",
      "git clone ",
      "\\\n",
      "$(",
      "`",
      "&&",
      " -e ",
      '"',
      "@",
      "a/b",
      "https://github.com/",
      "\n",
      "#",
    );
    fc.assert(
      fc.property(
        fc.array(fc.oneof(piece, fc.string({ maxLength: 8 })), { maxLength: 60 }),
        (parts) => {
          expect(() =>
            scriptInstallsSource.read({ path: "Makefile", text: parts.join("") }),
          ).not.toThrow();
        },
      ),
      { numRuns: 50 },
    );
    expect(() =>
      installsOf(`pip install ${'"'.repeat(100_000)} ${"a ".repeat(50_000)}`),
    ).not.toThrow();
  });
});
