import { expect, it } from "vitest";
import { codeFiles } from "./project-files.ts";

const shipped = codeFiles.filter(({ path }) => path.startsWith("src/"));

/** What opens, and so may wait for ever on a pipe, or read a device without end. Writers make a file that was not there. */
const opens =
  /\b(?:readFile|readFileSync|createReadStream|copyFile|copyFileSync|openAsBlob|open|openSync)\(/;
const makesAnew = /"wx"/;
const isOther =
  /\.open\(|static open\(|#open\(|^\s*open\((?:\);$|\{ digest|session: NewSession)|export async function open/;

/** Where something else than a plain file may be opened, with why that is right. */
const exceptions: Readonly<Record<string, string>> = {
  "src/kernel/plain-file.ts": "the one place that opens, and looks at what it opened",
  "src/store/files/stream-write.ts": "writes to pipes and devices that a person named",
  "src/operations/reading/read-thread.ts": "writes which file is read into a file of its own pool",
  "src/store/files/clones/index-writer.ts": "copies what the same process wrote",
};

it("files are opened to be read by one function, which refuses what is no plain file", () => {
  const wrong = shipped
    .filter(({ path }) => exceptions[path] === undefined)
    .flatMap(({ path, text }) =>
      text
        .split("\n")
        .filter((line) => opens.test(line) && !makesAnew.test(line) && !isOther.test(line))
        .filter((line) => !/^\s*(?:\*|\/\/|\/\*)/.test(line))
        .map((line) => `${path}: ${line.trim()}`),
    );
  expect(wrong).toEqual([]);
});

it("every exception is still one", () => {
  const idle = Object.keys(exceptions).filter(
    (path) => !shipped.some((one) => one.path === path && opens.test(one.text)),
  );
  expect(idle).toEqual([]);
});
