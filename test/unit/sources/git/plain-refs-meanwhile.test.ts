import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { listRefs } from "#sources/git/refs.ts";
import { git, gitText } from "#fixtures/isolated-git.ts";

const meanwhile = vi.hoisted(() => ({ before: (_path: string): void => undefined }));
vi.mock(import("#kernel/plain-file.ts"), async (original) => {
  const module = await original();
  const readPlainFile: typeof module.readPlainFile = async (path, ...rest) => {
    meanwhile.before(String(path));
    return await module.readPlainFile(path, ...rest);
  };
  return { ...module, readPlainFile };
});

let root = "";
let cwd = "";

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "fulcrum-refs-meanwhile-"));
  cwd = join(root, "lamps.git");
  git(["init", "--quiet", "--bare", "--initial-branch=main", cwd]);
  const tree = gitText(["hash-object", "-w", "-t", "tree", "/dev/null"], { cwd });
  const commit = gitText(["commit-tree", "-m", "Light", tree], { cwd });
  for (const ref of ["refs/heads/main", "refs/tags/v1", "refs/tags/v2"])
    git(["update-ref", ref, commit], { cwd });
});
afterEach(() => {
  meanwhile.before = () => undefined;
  rmSync(root, { recursive: true, force: true });
});

/** Once, just before that file is read. */
function happens(file: string, what: () => void): void {
  meanwhile.before = (path) => {
    if (path !== join(cwd, file)) return;
    meanwhile.before = () => undefined;
    what();
  };
}

it.each(["refs/heads/main", "refs/tags/v1", "packed-refs"])(
  "no ref is lost that is packed while %s is about to be read",
  async (file) => {
    happens(file, () => git(["pack-refs", "--all"], { cwd }));
    const { head, tags } = await listRefs(cwd, cwd);
    expect(head).not.toBeNull();
    expect([...tags.keys()]).toEqual(["v1", "v2"]);
  },
);

it("no ref is lost that is packed after the list of packed ones was read", async () => {
  git(["pack-refs", "--all"], { cwd });
  const id = gitText(["rev-parse", "main"], { cwd });
  git(["update-ref", "refs/tags/v3", id], { cwd });
  happens("refs/tags/v3", () => git(["pack-refs", "--all"], { cwd }));
  expect([...(await listRefs(cwd, cwd)).tags.keys()]).toEqual(["v1", "v2", "v3"]);
});

it("a ref that is deleted meanwhile is none, and stops nothing", async () => {
  happens("refs/tags/v1", () => git(["update-ref", "-d", "refs/tags/v1"], { cwd }));
  expect([...(await listRefs(cwd, cwd)).tags.keys()]).toEqual(["v2"]);
});
