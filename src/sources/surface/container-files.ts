import type { FileSource } from "#evidence/source.ts";
import { isOwnPath } from "./sample-folders.ts";

const imageFile = /(?:^|\/)(?:[\w.-]{0,80}\.)?(?:Dockerfile|Containerfile)(?:\.[\w.-]{1,80})?$/;
/** For developers, pipelines and builds of others. */
const elsewhere =
  /(?:^|\/)(?:\.[\w-]{1,60}|images?|base|builders?|ci|dev|tools?|scripts?)\/|(?:[./-]|^)(?:dev|development|local|ci|test|tests|lint|docs?|base|builder|build)(?:[./-]|$)/i;
/** What somebody works in, or what a caller has to name, is no program. */
const shell =
  /^\s{0,8}(?:CMD|ENTRYPOINT)\s{1,8}(?:\[\s{0,8}"?(?:\/(?:usr\/)?bin\/)?(?:ba|z|da|a)?sh"?\s{0,8}\]|(?:\/(?:usr\/)?bin\/)?(?:ba|z|da|a)?sh\s{0,8}$|\[\s{0,8}\]|(?:\[\s{0,4}")?(?:sleep|tail|true|irb|node|python3?|php)"?\s{0,4}\]?\s{0,8}$)/i;
const starts = /^\s{0,8}(?:CMD|ENTRYPOINT)\s/i;
/** Anything but one named file of settings. */
const takesIn = /^\s{0,8}(?:COPY|ADD)\s(?!\s{0,8}https?:)/im;

/** An image that takes the repository's own files in and starts them. */
export const containerFiles: FileSource = {
  id: "container-files",
  version: 1,
  tellsOfItsFolder: true,
  detect: (path) =>
    imageFile.test(path) && !elsewhere.test(path) && isOwnPath(path) ? "head" : "none",
  read: ({ text }) => {
    if (!takesIn.test(text)) return {};
    const last = text
      .slice(0, 65_536)
      .split("\n")
      .findLast((line) => starts.test(line.slice(0, 300)));
    if (last === undefined || shell.test(last.slice(0, 300))) return {};
    return { surface: [{ mark: "application-shape", text: "container image", count: 1 }] };
  },
};
