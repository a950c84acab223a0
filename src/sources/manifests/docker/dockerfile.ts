import { Add, Arg, Copy, DockerfileParser, From, type Instruction, Run } from "dockerfile-ast";
import { CollectedFacts } from "../collected-facts.ts";
import { parseForgeArchive } from "../forge-archive.ts";
import { useRepository } from "../git-use.ts";
import { baseName, folderOf } from "../manifest-path.ts";
import { manifestSource } from "../manifest-source.ts";
import { expandVariables } from "./shell-variables.ts";
import { parseImageReference, unknownPart, useImage } from "./image-reference.ts";

const fileName =
  /^(?:dockerfile|containerfile)(?:[.-].{1,100})?$|.\.(?:dockerfile|containerfile)$/i;
const notDockerfile = /\.(?:dockerignore|md|sh|rb|py|js|ts|ya?ml|json|erb|j2|tmpl)$/i;
const mostCharacters = 500_000;

/**
 * `FROM`, `COPY --from` and `RUN --mount=from=` of images, `ADD` of repositories; stages are not images, and what only they are
 * made from is of a helper: the last stage is shipped, with the stages that it is made from. A folder that holds a Dockerfile
 * is offered as `pkg:docker/FOLDER?repository_url=localhost`, private: an image that is built here, pushed who knows where.
 */
export const dockerfileSource = manifestSource({
  id: "dockerfile",
  version: 3,
  matches: (base) => fileName.test(base) && !notDockerfile.test(base),
  read({ path, text }) {
    const facts = new CollectedFacts();
    offerCandidate(facts, path);
    useSyntax(facts, text);
    readDockerfile(facts, text, null);
    return facts.toFileFacts();
  },
});

/** Instructions of a Dockerfile, or of one that stands in another file (`only`: the line that stands for all of its lines). */
export function readDockerfile(facts: CollectedFacts, text: string, only: number | null): void {
  if (text.length > mostCharacters)
    facts.problem("too-large", "Dockerfile over 500,000 characters", only);
  else
    readInstructions(
      DockerfileParser.parse(withShortComments(text)).getInstructions(),
      facts,
      only,
    );
}

/** The parser needs the square of a comment's length; nothing is read from what is cut off. */
function withShortComments(text: string): string {
  return text.replaceAll(/^([ \t]{0,200}#[^\n]{0,300})[^\n]{1,}$/gm, "$1");
}

/** `# syntax=acme/dockerfile:1` before anything else: the image that reads the file. Docker's own is nobody's choice. */
function useSyntax(facts: CollectedFacts, text: string): void {
  const image = /^\s{0,20}#\s{0,20}syntax\s{0,20}=\s{0,20}(\S{1,300})/i.exec(text)?.[1];
  if (image === undefined || /^(?:docker\.io\/)?docker\/dockerfile/.test(image)) return;
  useImage(facts, image, { scope: "build", line: 1 });
}

function readInstructions(
  instructions: readonly Instruction[],
  facts: CollectedFacts,
  only: number | null,
): void {
  const globals = new Map<string, string>();
  /** Name or number of a stage → what it is made from. */
  const stages = new Map<string, string>();
  let stagesCount = 0;
  let last = "";
  const uses: { readonly image: string; readonly line: number }[] = [];
  const use = (image: string, line: number): void => {
    if (!stages.has(image.toLowerCase()) && !/^\d+$/.test(image)) uses.push({ image, line });
  };
  for (const instruction of instructions) {
    const line = only ?? instruction.getRange().start.line + 1;
    if (instruction instanceof Arg && stagesCount === 0) readGlobals(instruction, globals);
    else if (instruction instanceof From) {
      stagesCount += 1;
      const image = expandVariables(instruction.getImage() ?? "", globals, unknownPart);
      use(image, line);
      last = stages.get(image.toLowerCase()) ?? image;
      const stage = instruction.getBuildStage();
      if (stage !== null) stages.set(stage.toLowerCase(), last);
    } else if (instruction instanceof Add) addFromGit(facts, instruction, line);
    else if (instruction instanceof Copy) use(instruction.getFromFlag()?.getValue() ?? "", line);
    else if (instruction instanceof Run)
      for (const image of mountedImages(instruction)) use(image, line);
  }
  const shipped = imageName(last);
  for (const { image, line } of uses) {
    const isOfHelper = imageName(image) !== shipped;
    if (useImage(facts, image, { scope: "build", line, isOfHelper }) || image === "scratch")
      continue;
    if (image.includes(unknownPart))
      facts.problem("unsupported", "image named by a build argument without default", line);
  }
}

/** Whatever its version; null of what is no image. */
function imageName(written: string): string | null {
  const image = parseImageReference(written);
  return image === null ? null : `${image.registry ?? ""}/${image.name}`;
}

/** `ADD https://github.com/acme/lamps.git#v1.0:src /lamps`, a release or an archive of a repository. */
function addFromGit(facts: CollectedFacts, instruction: Add, line: number): void {
  for (const argument of instruction.getArguments().slice(0, -1)) {
    const [address = "", fragment] = argument.getValue().split("#", 2);
    const isGit = /^git@|^https?:\/\/[^?#]{1,500}\.git$/.test(address);
    const isOfForge = parseForgeArchive(address) !== null;
    if (!isGit && !isOfForge) continue;
    const ref = fragment?.split(":", 1)[0] ?? null;
    useRepository(facts, address, { scope: "build", line, constraint: ref === "" ? null : ref });
  }
}

/** Only arguments before the first `FROM` can be used in `FROM`. */
function readGlobals(instruction: Arg, globals: Map<string, string>): void {
  for (const property of instruction.getProperties()) {
    const value = property.getValue();
    if (value !== null) globals.set(property.getName(), value);
  }
}

function mountedImages(instruction: Run): string[] {
  return instruction
    .getFlags()
    .filter((flag) => flag.getName() === "mount")
    .flatMap((flag) => (flag.getValue() ?? "").split(","))
    .filter((option) => option.startsWith("from="))
    .map((option) => option.slice("from=".length));
}

function offerCandidate(facts: CollectedFacts, path: string): void {
  const base = baseName(path);
  const named = /^(.{1,100})\.(?:dockerfile|containerfile)$/i.exec(base)?.[1];
  const candidate = (named ?? baseName(folderOf(path))).toLowerCase();
  if (!/^[a-z0-9][a-z0-9._-]{0,100}$/.test(candidate)) return;
  facts.offer("docker", candidate, {
    kind: "tooling",
    isPrivate: true,
    qualifiers: { repository_url: "localhost" },
    line: 1,
  });
}
