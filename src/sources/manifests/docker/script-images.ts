import { parseImageReference } from "./image-reference.ts";

const spacedExpression = /\$\{\{([^{}]{0,300})\}\}/g;
const mostWords = 5_000;
const builders =
  /\b(?:docker|podman|buildah|nerdctl|executor|kaniko|skopeo|crane|regctl|ko|oras)\b/;
const program = /(?:^|\/)(docker|podman|buildah|nerdctl|executor|skopeo|crane|regctl)$/;

/**
 * Images that a shell script builds to be pushed: `docker build -t X`, `docker push X`, `buildx imagetools create -t X`,
 * Kaniko's `--destination X`, `skopeo copy … docker://X`, `crane copy … X`. Variables stay as written.
 */
export function imagesOfScript(script: string): string[] {
  if (!builders.test(script)) return [];
  const commands = script
    .replace(spacedExpression, (whole) => whole.replace(/\s+/g, ""))
    .replace(/\\\r?\n/g, " ")
    .split(/\r?\n|;|&&|\|\|?/);
  return commands.flatMap((command) => {
    const words = command.split(/\s+/, mostWords).map((word) => word.replace(/["']/g, ""));
    // The program comes first, after `sudo` or assignments: elsewhere it is an argument, or prose.
    const start = words.findIndex((word) => word !== "" && word !== "sudo" && !/^\w+=/.test(word));
    const name = program.exec(words[start] ?? "")?.[1];
    return name === undefined ? [] : imagesOfCommand(name, words.slice(start + 1));
  });
}

function imagesOfCommand(name: string, words: readonly string[]): string[] {
  if (name === "executor") return valuesOf(words, "--destination", "-d");
  if (name === "skopeo" || name === "crane" || name === "regctl") return copied(words);
  const verbs = new Set(words.slice(0, 3));
  if (verbs.has("push")) {
    const image = words.slice(words.indexOf("push") + 1).find((word) => !word.startsWith("-"));
    return image === undefined ? [] : [image];
  }
  if (!verbs.has("build") && !verbs.has("create") && !verbs.has("bud")) return [];
  const isPushed = words.includes("--push") || verbs.has("imagetools");
  const tags = valuesOf(words, "--tag", "-t");
  // `docker build -t app .` alone is for the run itself: only a name with a path is meant for a registry.
  return tags.filter(
    (tag) =>
      isPushed ||
      tag.includes("/") ||
      tag.includes("CI_REGISTRY_IMAGE") ||
      parseImageReference(tag)?.registry,
  );
}

function valuesOf(words: readonly string[], long: string, short: string): string[] {
  return words.flatMap((word, at) => {
    if (word === short || word === long) return [words[at + 1] ?? ""];
    return word.startsWith(`${long}=`) ? [word.slice(long.length + 1)] : [];
  });
}

/** `skopeo copy A B`, `crane cp A B`, `crane push FILE B`: the last names where it goes. */
function copied(words: readonly string[]): string[] {
  if (!words.slice(0, 3).some((word) => /^(?:copy|cp|push)$/.test(word))) return [];
  const last = words.findLast((word) => word !== "" && !word.startsWith("-"));
  return last === undefined ? [] : [last.replace(/^docker:\/\//, "")];
}
