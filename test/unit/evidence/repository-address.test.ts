import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addressOfRemote,
  keptAddress,
  ownerOf,
  parseRepositoryAddress,
  repositoryKey,
  repositoryUrl,
} from "#evidence/repository-address.ts";
import { processorMilliseconds } from "#fixtures/growth.ts";

const nameOf = (text: string, base?: string): string | null => {
  const found = parseRepositoryAddress(text, base ?? null);
  return found === null ? null : `${found.host}/${found.path}`;
};

/** Whatever stands in one row is one repository. */
const spellings: Readonly<Record<string, readonly string[]>> = {
  "github.com/railway/lamps": [
    "https://github.com/railway/lamps",
    "https://github.com/railway/lamps.git",
    "https://github.com/railway/lamps/",
    "https://github.com/railway/lamps.git///",
    "http://www.github.com/railway/lamps",
    "HTTPS://GitHub.com/railway/lamps",
    "https://github.com:443/railway/lamps",
    "https://token@github.com/railway/lamps.git",
    "https://x-access-token:secret@github.com/railway/lamps",
    "https://ada:p/a@ss@github.com/railway/lamps.git",
    "https://ada:p#ss@github.com/railway/lamps",
    "https://ada:p@w/rd@github.com/railway/lamps",
    "ssh://ada:p?ss@github.com:22/railway/lamps.git",
    "ada:p@ss@github.com:railway/lamps.git",
    "ada:p/ss@github.com:railway/lamps",
    "git://github.com/railway/lamps.git",
    "git@github.com:railway/lamps.git",
    "git@github.com:/railway/lamps.git",
    "github.com:railway/lamps",
    "ssh://git@github.com/railway/lamps",
    "ssh://git@github.com:22/railway/lamps.git",
    "ssh://git@ssh.github.com:443/railway/lamps.git",
    "git@github.com-work:railway/lamps.git",
    "git+ssh://git@github.com/railway/lamps.git",
    "git+ssh://git@github.com:railway/lamps.git",
    "git+https://github.com/railway/lamps.git@v1.2#egg=lamps&subdirectory=core",
    "git::https://github.com/railway/lamps.git//modules/lamp?ref=v1",
    "git::ssh://git@github.com/railway/lamps//modules/lamp",
    "scm:git:git@github.com:railway/lamps.git",
    "scm:git:https://github.com/railway/lamps",
    "github:railway/lamps",
    "gh:railway/lamps",
    "github:railway/lamps#semver:^1",
    "github.com/railway/lamps//modules/lamp?ref=v1",
    "https://github.com/railway/lamps/tree/main/modules/lamp",
    "https://github.com/railway/lamps/blob/v1/README.md#use",
    "https://github.com/railway/lamps/issues",
    "https://github.com/railway/lamps#readme",
    "https://github.com/railway/lamps/releases/download/v1.0.0/lamps.tgz",
    "https://raw.githubusercontent.com/railway/lamps/main/a/b.yml",
    "https://codeload.github.com/railway/lamps/tar.gz/refs/tags/v1",
    "https://api.github.com/repos/railway/lamps/contents/a",
    "https://github.com/rail%77ay/l%61mps",
    "https://github.com/railway/%6Camps%2Egit",
  ],
  "gitlab.com/railway/signals/lamps": [
    "https://gitlab.com/railway/signals/lamps.git",
    "git@gitlab.com:railway/signals/lamps.git",
    "ssh://git@altssh.gitlab.com:443/railway/signals/lamps.git",
    "gitlab:railway/signals/lamps",
    "https://gitlab.com/railway/signals/lamps/-/tree/main/docs",
    "https://gitlab.com/railway/signals/lamps/-/raw/v1/ci.yml",
    "https://gitlab.com/railway/signals/lamps/-/archive/v1/lamps-v1.tar.gz",
    "https://gitlab.com/railway/signals/lamps/blob/main/README.md",
    "https://gitlab.com/api/v4/projects/railway%2Fsignals%2Flamps/repository/files/a",
  ],
  "git.railway.example/a/b/c/d/e": [
    "https://git.railway.example/a/b/c/d/e.git",
    "ssh://git@git.railway.example:2222/a/b/c/d/e.git",
    "[git@git.railway.example:2222]:a/b/c/d/e.git",
    "ssh://git@git.railway.example:7999/a/b/c/d/e",
    "https://git.railway.example:8443/a/b/c/d/e/-/blob/main/x",
  ],
  "bitbucket.org/railway/lamps": [
    "git@bitbucket.org:railway/lamps.git",
    "ssh://git@altssh.bitbucket.org:443/railway/lamps.git",
    "https://robin@bitbucket.org/railway/lamps.git",
    "https://bitbucket.org/railway/lamps/src/main/modules/",
    "https://bitbucket.org/railway/lamps/raw/main/a.yml",
    "bitbucket:railway/lamps",
  ],
  "bitbucket.railway.example/SIG/lamps": [
    "https://bitbucket.railway.example/scm/SIG/lamps.git",
    "ssh://git@bitbucket.railway.example:7999/SIG/lamps.git",
    "https://bitbucket.railway.example/projects/SIG/repos/lamps/browse/docs?at=refs%2Fheads%2Fmain",
    "https://bitbucket.railway.example/bitbucket/scm/SIG/lamps.git",
    "https://bitbucket.railway.example/bitbucket/projects/SIG/repos/lamps",
    "https://bitbucket.railway.example/rest/api/1.0/projects/SIG/repos/lamps/raw/a",
  ],
  "bitbucket.railway.example/~robin/lamps": [
    "https://bitbucket.railway.example/scm/~robin/lamps.git",
    "https://bitbucket.railway.example/users/robin/repos/lamps/browse",
    "ssh://git@bitbucket.railway.example:7999/~robin/lamps.git",
  ],
  "dev.azure.com/railway/Night%20Trains/_git/lamps": [
    "https://dev.azure.com/railway/Night%20Trains/_git/lamps",
    "https://railway@dev.azure.com/railway/Night%20Trains/_git/lamps?path=/a&version=GBmain",
    "git@ssh.dev.azure.com:v3/railway/Night%20Trains/lamps",
    "https://railway.visualstudio.com/Night%20Trains/_git/lamps",
    "https://railway.visualstudio.com/DefaultCollection/Night%20Trains/_git/lamps",
    "railway@vs-ssh.visualstudio.com:v3/railway/Night%20Trains/lamps",
    "git::https://dev.azure.com/railway/Night%20Trains/_git/lamps//modules/lamp?ref=v1",
  ],
  "dev.azure.com/railway/lamps/_git/lamps": [
    "https://dev.azure.com/railway/_git/lamps",
    "https://railway.visualstudio.com/_git/lamps",
    "git@ssh.dev.azure.com:v3/railway/lamps/lamps",
  ],
  "tfs.railway.example/tfs/DefaultCollection/night/_git/lamps": [
    "https://tfs.railway.example/tfs/DefaultCollection/night/_git/lamps?path=/a",
    "ssh://tfs.railway.example:22/tfs/DefaultCollection/night/_git/lamps",
  ],
  "git-codecommit.eu-west-1.amazonaws.com/v1/repos/lamps": [
    "https://git-codecommit.eu-west-1.amazonaws.com/v1/repos/lamps",
    "ssh://APKAEXAMPLE@git-codecommit.eu-west-1.amazonaws.com/v1/repos/lamps",
    "https://git-codecommit-fips.eu-west-1.amazonaws.com/v1/repos/lamps",
    "codecommit::eu-west-1://night@lamps",
    "https://eu-west-1.console.aws.amazon.com/codesuite/codecommit/repositories/lamps/browse?region=eu-west-1",
  ],
  "codeberg.org/railway/lamps": [
    "https://codeberg.org/railway/lamps/src/branch/main/docs",
    "codeberg:railway/lamps",
    "git@codeberg.org:railway/lamps.git",
    "https://codeberg.org/railway/lamps/archive/v1.0.0.tar.gz",
  ],
  "gitea.railway.example/railway/lamps": [
    "https://gitea.railway.example/railway/lamps/src/tag/v1/docs",
    "https://gitea.railway.example/railway/lamps/raw/branch/main/a.yml",
    "https://gitea.railway.example/railway/lamps/releases/download/v1/lamps.zip",
  ],
  "ghe.railway.example/railway/lamps": [
    "https://ghe.railway.example/api/v3/repos/railway/lamps/tarball",
    "https://ghe.railway.example/railway/lamps/tree/main/docs",
    "https://ghe.railway.example/railway/lamps/pull/12",
  ],
  "review.railway.example/signals/lamps": [
    "https://review.railway.example/a/signals/lamps",
    "ssh://robin@review.railway.example:29418/signals/lamps",
    "https://review.railway.example/plugins/gitiles/signals/lamps/+/refs/heads/main/README.md",
  ],
  "gist.github.com/0123456789abcdef0123": [
    "https://gist.github.com/robin/0123456789abcdef0123",
    "https://gist.github.com/0123456789abcdef0123.git",
    "git@gist.github.com:0123456789abcdef0123.git",
    "gist:0123456789abcdef0123",
    "https://gist.githubusercontent.com/robin/0123456789abcdef0123/raw/a.yml",
  ],
  "git.sr.ht/~robin/lamps": [
    "https://git.sr.ht/~robin/lamps",
    "git@git.sr.ht:~robin/lamps",
    "https://git.sr.ht/~robin/lamps/tree/main/item/docs",
    "sourcehut:~robin/lamps",
  ],
  "shed.railway.example/~robin/lamps": [
    "robin@shed.railway.example:~/lamps.git",
    "ssh://robin@shed.railway.example/~/lamps",
    "git@shed.railway.example:~robin/lamps",
  ],
  "shed.railway.example/lamps": [
    "git@shed.railway.example:lamps.git",
    "git@shed.railway.example:~/lamps",
    "ssh://git@shed.railway.example/lamps/.git",
    "https://shed.railway.example/lamps.git",
  ],
};

describe("the repository that an address names", () => {
  it.each(Object.entries(spellings))("is %s in every spelling", (name, texts) => {
    expect(texts.map((text) => [text, nameOf(text)])).toEqual(texts.map((text) => [text, name]));
  });

  it("is another one where anything but the spelling differs", () => {
    const keys = Object.values(spellings).map(([first = ""]) => {
      const parsed = parseRepositoryAddress(first);
      return parsed === null ? null : repositoryKey(parsed);
    });
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("tells no case apart, but keeps it", () => {
    const parsed = parseRepositoryAddress("git@GitHub.com:Railway/Lamps.git");
    expect(parsed).toMatchObject({ host: "github.com", path: "Railway/Lamps" });
    expect(parsed && repositoryKey(parsed)).toBe("github.com/railway/lamps");
  });

  it("may be named together with a version and a folder", () => {
    const placeOf = (text: string): unknown => {
      const { ref, folder } = parseRepositoryAddress(text) ?? {};
      return [ref, folder];
    };
    expect(placeOf("git::https://git.railway.example/a/b.git//modules/lamp?ref=v1.2")).toEqual([
      "v1.2",
      "modules/lamp",
    ]);
    expect(placeOf("git+https://github.com/railway/lamps@v1.2#egg=lamps")).toEqual(["v1.2", ""]);
    expect(placeOf("https://github.com/railway/lamps.git#v1.2")).toEqual(["v1.2", ""]);
    expect(placeOf("https://github.com/railway/lamps/tree/v1/docs/a.md")).toEqual([
      "v1",
      "docs/a.md",
    ]);
    expect(placeOf("https://github.com/railway/lamps/archive/refs/tags/v1.2.tar.gz")).toEqual([
      "v1.2",
      "",
    ]);
    expect(placeOf("https://gitlab.com/a/b/-/archive/v1.2/b-v1.2.zip")).toEqual(["v1.2", ""]);
    expect(placeOf("https://dev.azure.com/a/b/_git/c?version=GTv1.2")).toEqual(["v1.2", ""]);
    expect(placeOf("https://github.com/railway/lamps.git")).toEqual([null, ""]);
  });

  it("may be a group's that has the name of a view, where the address is one to clone from", () => {
    expect(nameOf("git@gitlab.railway.example:old/signals/tree/lamps.git")).toBe(
      "gitlab.railway.example/old/signals/tree/lamps",
    );
    const parsed = parseRepositoryAddress("git@gitlab.railway.example:old/signals/tree/lamps.git");
    expect(parsed && nameOf(repositoryUrl(parsed))).toBe(
      "gitlab.railway.example/old/signals/tree/lamps",
    );
    expect(nameOf("https://gitlab.railway.example/old/signals/archive/lamps")).toBe(
      "gitlab.railway.example/old/signals/archive/lamps",
    );
  });

  it.each([
    "",
    "lamps",
    "railway/lamps",
    "/srv/git/lamps.git",
    "./lamps",
    "../lamps.git",
    "file:///srv/git/lamps",
    "C:/git/lamps",
    "C:\\git\\lamps",
    "npm:lamps@1",
    "workspace:*",
    "https://railway.example",
    "https://railway.example/docs",
    "https://github.com/railway",
    "https://${HOST}/railway/lamps.git",
    "git@{{ host }}:railway/lamps.git",
    "https://dev.azure.com/railway/night/_build",
    "git@github.com:",
    "https:///railway/lamps",
    "s3::https://bucket.example/lamps.zip",
  ])("is none in %j", (text) => {
    expect(nameOf(text)).toBeNull();
  });
});

describe("an address relative to the repository that it stands in", () => {
  it.each([
    ["../lamps.git", "https://github.com/railway/trains.git", "github.com/railway/lamps"],
    ["../lamps.git", "github.com/railway/trains", "github.com/railway/lamps"],
    ["../lamps", "git@git.railway.example:night/trains.git", "git.railway.example/night/lamps"],
    [
      "../../parts/lamps.git",
      "git.railway.example/night/trains",
      "git.railway.example/parts/lamps",
    ],
    ["./lamps.git", "git.railway.example/night/trains", "git.railway.example/night/trains/lamps"],
    ["../../lamps.git", "git.railway.example/night/trains", "git.railway.example/lamps"],
    ["../lamps", "git@shed.railway.example:trains.git", "shed.railway.example/lamps"],
    ["../lamps", "dev.azure.com/a/b/_git/trains", "dev.azure.com/a/b/_git/lamps"],
    ["../../c/lamps", "dev.azure.com/a/b/_git/trains", "dev.azure.com/a/c/_git/lamps"],
    ["../../../c/_git/lamps", "dev.azure.com/a/b/_git/trains", "dev.azure.com/a/c/_git/lamps"],
    [
      "../../SIG/lamps",
      "https://stash.railway.example/scm/NIG/t.git",
      "stash.railway.example/SIG/lamps",
    ],
  ])("%s of %s is %s", (text, base, name) => {
    expect(nameOf(text, base)).toBe(name);
  });

  it("is none where it leads above the host", () => {
    expect(nameOf("../../../lamps", "github.com/railway/trains")).toBeNull();
    expect(nameOf("..", "github.com/railway/trains")).toBeNull();
  });
});

describe("the remote of a clone", () => {
  it.each([
    ["https://git.railway.example/lamps", "git.railway.example/lamps"],
    ["https://git.railway.example/old/tree/x/lamps/", "git.railway.example/old/tree/x/lamps"],
    ["nightshed:railway/lamps.git", "nightshed/railway/lamps"],
    ["git@nightshed:railway/lamps.git", "nightshed/railway/lamps"],
    ["http://robin:secret@localhost:3000/railway/lamps.git", "localhost/railway/lamps"],
    ["git@github.com:Railway/Lamps.git", "github.com/Railway/Lamps"],
  ])("%s is %s", (url, name) => {
    const found = addressOfRemote(url);
    expect(found && `${found.host}/${found.path}`).toBe(name);
  });

  it.each(["/srv/git/lamps", "../lamps", "C:/git/lamps", "file:///srv/lamps", ""])(
    "says nothing where it is a folder: %j",
    (url) => expect(addressOfRemote(url)).toBeNull(),
  );
});

it("knows the owner, where a host has them", () => {
  const owner = (text: string): string | null => ownerOf(keptAddress(text));
  expect(owner("github.com/Railway/lamps")).toBe("railway");
  expect(owner("gitlab.com/railway/signals/lamps")).toBe("railway");
  expect(owner("shed.railway.example/lamps")).toBeNull();
  expect(owner("git-codecommit.eu-west-1.amazonaws.com/v1/repos/lamps")).toBeNull();
});

const segment = fc.oneof(
  fc.stringMatching(/^[A-Za-z0-9._~-]{1,12}$/),
  fc.constantFrom("scm", "_git", "-", "tree", "blob", "repos", "projects", "a", "api", "v4", "v3"),
  fc.constantFrom("plugins", "gitiles", "+", "git", ".git", "x.git.git", "%2F", "%25", "%", "'"),
  fc.string({ maxLength: 6 }),
);
const host = fc.constantFrom(
  "github.com",
  "gitlab.com",
  "bitbucket.org",
  "dev.azure.com",
  "night.visualstudio.com",
  "vs-ssh.visualstudio.com",
  "git-codecommit.eu-west-1.amazonaws.com",
  "gist.github.com",
  "gerrit.railway.example",
  "git.railway.example:8443",
  "raw.githubusercontent.com",
  "api.github.com",
);
const start = fc.constantFrom("https://", "ssh://git@", "git::https://", "git@", "");
const address = fc
  .tuple(start, host, fc.constantFrom("/", ":"), fc.array(segment, { maxLength: 9 }))
  .map(([scheme, at, separator, path]) => `${scheme}${at}${separator}${path.join("/")}`);

describe("whatever is written", () => {
  it("comes to an address that comes to itself", () => {
    fc.assert(
      fc.property(fc.oneof(address, fc.string(), fc.string({ unit: "binary" })), (text) => {
        for (const parsed of [parseRepositoryAddress(text), addressOfRemote(text)]) {
          if (parsed === null) continue;
          const again = parseRepositoryAddress(repositoryUrl(parsed));
          expect(again).toMatchObject({ host: parsed.host, path: parsed.path });
          expect(keptAddress(`${parsed.host}/${parsed.path}`)).toEqual({
            host: parsed.host,
            path: parsed.path,
          });
        }
        parseRepositoryAddress(text, "github.com/railway/lamps");
        parseRepositoryAddress(`../${text}`, text);
      }),
      { numRuns: 3_000 },
    );
  });

  it("has one key in each way of writing a clone's address", () => {
    const name = fc.stringMatching(/^[a-z][a-z0-9_-]{1,12}$/);
    const groups = fc.array(name, { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(groups, name, (path, last) => {
        fc.pre(!path.includes("api") && path[0] !== "scm" && path[0] !== "plugins");
        fc.pre(!["repos", "_git"].some((word) => path.includes(word)));
        const tail = [...path, last].join("/");
        const keys = [
          `https://git.bakery.example/${tail}.git`,
          `https://robin:secret@git.bakery.example:8443/${tail}.git/`,
          `ssh://git@git.bakery.example:2222/${tail}`,
          `git@git.bakery.example:${tail}.git`,
          `git://GIT.bakery.example/${tail.toUpperCase()}.git`,
          `git+ssh://git@git.bakery.example/${tail}.git#main`,
          `git::https://git.bakery.example/${tail}.git//sub?ref=main`,
        ].map((text) => {
          const parsed = parseRepositoryAddress(text);
          return parsed === null ? null : repositoryKey(parsed);
        });
        expect(new Set(keys)).toEqual(new Set([`git.bakery.example/${tail}`]));
      }),
    );
  });

  it.each(["/", "../", "%2F", ".git/", "@", "a:", "//a", "?", "[", "~/", "-/"])(
    "is read in linear time: a long row of %s",
    (part) => {
      const begin = processorMilliseconds();
      for (const text of [part.repeat(200_000), `https://h.example/${part.repeat(600)}x`])
        for (let round = 0; round < 20; round++) {
          parseRepositoryAddress(text);
          addressOfRemote(text);
        }
      expect(processorMilliseconds() - begin).toBeLessThan(3_000);
    },
  );
});
