import { expect, it } from "vitest";
import { systemLimit } from "#surfaces/cli/system-limit.ts";

const thrown = (code: string) => Object.assign(new Error(`${code}: open 'till.js'`), { code });

it("says what to do where the system opens no more files, and nothing of other failures", () => {
  for (const code of ["EMFILE", "ENFILE"])
    expect(systemLimit(thrown(code))).toMatchObject({ code: "too-many-files", exitCode: 71 });
  expect(systemLimit(thrown("ENOENT"))).toBeNull();
  expect(systemLimit("EMFILE")).toBeNull();
});
