import { fromUrl, parseRequirement, repositoryName } from "../python/requirement.ts";
import { readNpmSpecifier } from "../npm/npm-specifier.ts";

/** What a command fetches: a package (`type`, `name`), an image as written (`docker`), a repository by its address (`type` is null). */
export interface Install {
  readonly type: string | null;
  readonly name: string;
  readonly constraint: string | null;
  readonly origin?: string;
  /** 1-based line of the script. */
  readonly line: number;
  readonly isClone: boolean;
}

type Found = Omit<Install, "line" | "isClone">;

const anyCommand =
  /\b(?:gem|pipx?3?|uvx?|npm|npx|pnpm|pnpx|yarn|bunx?|go|cargo|brew|git|curl|wget|docker|podman|nerdctl|helm|dotnet|composer)\s/;
/** `BASE_IMAGE="${BASE_IMAGE:-registry.acme.example/oven:2}"`: an image of a registry that names its host. */
const imageOfVariable =
  /^\s{0,20}(?:export\s{1,5})?\w{0,40}IMAGE\w{0,40}\s{0,5}[:?]?=\s{0,5}["']?(?:\$\{\w{1,60}:?-)?([\w-]{1,60}(?:\.[\w-]{1,60}){1,6}(?::\d{1,5})?\/[\w./-]{1,200}(?::[\w.-]{1,128})?)/;
/** What is only said: `echo "first: pip install rye; then …"`. */
const saying = /\b(?:echo|printf)\b(?:[^"';&|)`]|"[^"]{0,2000}"|'[^']{0,2000}'){0,4000}/g;
const mostWords = 400;
const longestWord = 400;
const prefix =
  /^(?:sudo|env|exec|then|do|else|time|run|RUN|-|@|-@|@-|\(|\[|\{|\w{1,80}=\S{0,200}|script:|run:|command:|["'(]{1,3})$/;
/** Where a command stands in a line of YAML or of a Dockerfile. */
const opening =
  /^\s{0,60}(?:-\s{1,10})?(?:(?:run|script|command|cmd|sh|before_script|install|bash)\s{0,5}:\s{0,5}[|>]?[-+]?\s{0,5})?(?:RUN\s{1,10})?(?:--mount=\S{1,200}\s{1,10})*[@-]{0,2}["'([]{0,3}/;

/**
 * Packages and repositories that the commands of a script fetch by name: `pip install`, `npm install -g`, `npx`, `gem install`,
 * `gem specific_install`, `go install`, `cargo install`, `brew install OWNER/TAP/…`, `helm plugin install`, `dotnet tool install`, `git clone`, files of a
 * repository by `curl` and `wget`, images by `docker pull` and `docker run`. Variables in names are not resolved: such a name is left out, a version named so is null.
 */
export function installsOf(script: string): Install[] {
  if (!anyCommand.test(script) && !script.includes("IMAGE")) return [];
  const found: Install[] = [];
  // What a variable names may be what is made here.
  const isPushed = /\bpush\b/.test(script);
  let lineNumber = 0;
  let pending = "";
  let start = 1;
  const lines = script.split("\n");
  for (const written of lines) {
    lineNumber += 1;
    const line = written.trimEnd();
    if (pending === "") start = lineNumber;
    if (/^\s{0,60}(?:#|\/\/)/.test(line)) continue;
    if (line.endsWith("\\") && pending.length < 10_000 && lineNumber < lines.length) {
      pending += `${line.slice(0, -1)} `;
      continue;
    }
    const whole = pending + line;
    pending = "";
    const named = isPushed ? undefined : imageOfVariable.exec(whole)?.[1];
    if (named !== undefined)
      found.push({ type: "docker", name: named, constraint: null, line: start, isClone: false });
    else if (anyCommand.test(whole))
      for (const one of installsOfLine(whole)) found.push({ ...one, line: start });
  }
  return found;
}

function installsOfLine(line: string): Omit<Install, "line">[] {
  const text = line
    .replace(saying, "echo")
    .replace(opening, "")
    .replace(/\$\((\w{1,80})\)/g, "$${$1}")
    .replace(/\$\{\{[^{}]{0,200}\}\}/g, "$${expression}");
  return text.split(/;|&&|\|\|?|\$\(|`/).flatMap((command) => {
    const words = command
      .split(/\s+/, mostWords)
      .map((word) => word.replace(/^["'([]{1,3}|["')\],]{1,3}$/g, "").slice(0, longestWord))
      .filter((word) => word !== "");
    const at = words.findIndex((word) => !prefix.test(word));
    const program = (words[at] ?? "").replace(/^.{0,200}\//, "");
    const rest = words.slice(at + 1);
    if (at === -1) return [];
    const isClone = program === "git";
    return installsOfCommand(program, rest)
      .filter(({ name, origin }) => isName(name) && !(origin ?? "").includes("$"))
      .map((one) => ({ ...one, constraint: plain(one.constraint), isClone }));
  });
}

function installsOfCommand(program: string, words: readonly string[]): Found[] {
  switch (program) {
    case "pip":
    case "pip3":
    case "pipx":
      return words[0] === "install" || words[0] === "run" ? python(words.slice(1)) : [];
    case "python":
    case "python3":
      return words[0] === "-m" && words[1] === "pip"
        ? installsOfCommand("pip", words.slice(2))
        : [];
    case "uvx":
      return python(words).slice(0, 1);
    case "uv":
      return words[0] === "pip" || words[0] === "tool"
        ? installsOfCommand("pip", words.slice(1))
        : [];
    case "npm":
    case "pnpm":
    case "yarn":
    case "bun":
      return nodePackages(words);
    case "npx":
    case "pnpx":
    case "bunx":
      return node(argumentsOf(words, nodeValues)).slice(0, 1);
    case "gem":
      return gems(words);
    case "go":
      return /^(?:install|run|get|tool)$/.test(words[0] ?? "") ? goModules(words.slice(1)) : [];
    case "cargo":
      return words[0] === "install" || words[0] === "binstall" ? crates(words.slice(1)) : [];
    case "brew":
      return words[0] === "install" || words[0] === "tap" ? taps(words.slice(1)) : [];
    case "helm":
      if (/^(?:upgrade|install|template|pull|show)$/.test(words[0] ?? "")) return charts(words);
      return words[0] === "plugin" && words[1] === "install"
        ? repository(
            argumentsOf(words.slice(2), new Set(["--version"]))[0],
            valueOf(words, "--version"),
          )
        : [];
    case "dotnet":
      return words[0] === "tool" && (words[1] === "install" || words[1] === "update")
        ? tools(words.slice(2))
        : [];
    case "composer":
      return words[0] === "global" && words[1] === "require" ? php(words.slice(2)) : [];
    case "git":
      return words[0] === "clone"
        ? repository(
            argumentsOf(words.slice(1), gitValues)[0],
            valueOf(words, "--branch") ?? valueOf(words, "-b"),
          )
        : [];
    case "docker":
    case "podman":
    case "nerdctl":
      return words[0] === "pull" || words[0] === "run" ? image(words.slice(1)) : [];
    case "curl":
    case "wget":
      return words.filter(isFileOfRepository).flatMap((address) => repository(address, null));
    default:
      return [];
  }
}

const pythonValues = new Set(
  "-r --requirement -c --constraint -i --index-url --extra-index-url -t --target -f --find-links --prefix --python --with --from -e --editable".split(
    " ",
  ),
);
const nodeValues = new Set(
  "--prefix --registry --workspace -w --package -p -c -C --filter".split(" "),
);
const gitValues = new Set(
  "-b --branch --depth -o --origin -c --config --reference -j --jobs --filter --recurse-submodules".split(
    " ",
  ),
);

const helmValues = new Set(
  "--version --repo -n --namespace -f --values --set --set-string --set-file --timeout --kube-context --kubeconfig --history-max --description -o --output --post-renderer --username --password --ca-file --cert-file --key-file --keyring -l --labels".split(
    " ",
  ),
);
const imageValues = new Set(
  "-a -c -e -h -l -m -p -u -v -w --add-host --cap-add --cap-drop --cpus --device --dns --entrypoint --env --env-file --gpus --hostname --label --link --log-driver --memory --mount --name --net --network --network-alias --platform --publish --pull --restart --security-opt --shm-size --tmpfs --ulimit --user --volume --volumes-from --workdir".split(
    " ",
  ),
);

/** A name without a path is one that was built here, or everybody's. */
function image(words: readonly string[]): Found[] {
  const [name = ""] = argumentsOf(words, imageValues);
  const [place = ""] = name.split(/[:@](?![^/]*\/)/, 1);
  if (!place.includes("/") || place.includes("$") || isPath(name)) return [];
  return [{ type: "docker", name: name.includes("$") ? place : name, constraint: null }];
}

function python(words: readonly string[]): Found[] {
  const editable = words.flatMap((word, at) =>
    word === "-e" || word === "--editable" || word === "--from" ? [words[at + 1] ?? ""] : [],
  );
  return [...editable, ...argumentsOf(words, pythonValues)].flatMap((word): Found[] => {
    const name = repositoryName(word);
    const requirement = name === null ? parseRequirement(word) : fromUrl(name, word);
    if (requirement === null || isPath(word)) return [];
    return [{ type: "pypi", ...requirement }];
  });
}

function nodePackages(words: readonly string[]): Found[] {
  const [verb = "", second = ""] = words;
  if (verb === "dlx" || verb === "exec" || verb === "x")
    return node(argumentsOf(words.slice(1), nodeValues)).slice(0, 1);
  if (verb === "global" && second === "add") return node(argumentsOf(words.slice(2), nodeValues));
  if (!/^(?:i|install|add)$/.test(verb)) return [];
  return node(argumentsOf(words.slice(1), nodeValues));
}

function node(words: readonly string[]): Found[] {
  return words.flatMap((word): Found[] => {
    const address = /^(?:git\+|git@|github:|https?:)/.test(word);
    if (address) return repository(word.replace(/^github:/, "https://github.com/"), null);
    const [, name, range = ""] =
      /^((?:@[\w.-]{1,100}\/)?[\w.-]{1,200})(?:@(.{1,200}))?$/.exec(word) ?? [];
    if (name === undefined || isPath(word)) return [];
    const target = readNpmSpecifier("package.json", name, range);
    return "localPath" in target ? [] : [{ type: "npm", ...target, constraint: range || null }];
  });
}

function gems(words: readonly string[]): Found[] {
  const version = valueOf(words, "-v") ?? valueOf(words, "--version");
  if (words[0] === "specific_install")
    return repository(
      valueOf(words, "-l") ??
        argumentsOf(words.slice(1), new Set(["-b", "-t", "-r", "-d", "-l"]))[0],
      valueOf(words, "-b") ?? valueOf(words, "-t") ?? valueOf(words, "-r"),
    );
  if (words[0] !== "install") return [];
  return argumentsOf(
    words.slice(1),
    new Set(["-v", "--version", "--source", "-s", "-i", "-n"]),
  ).flatMap((word): Found[] => {
    const [, name, given] = /^([\w.-]{1,200})(?::(.{1,100}))?$/.exec(word) ?? [];
    if (name === undefined || word.endsWith(".gem")) return [];
    return [{ type: "gem", name, constraint: given ?? version }];
  });
}

function goModules(words: readonly string[]): Found[] {
  return argumentsOf(words, new Set(["-ldflags", "-tags", "-o", "-mod"])).flatMap(
    (word): Found[] => {
      const [, name, version] =
        /^([\w-]{1,100}\.[\w./-]{1,300})(?:@(\S{1,200}))?$/.exec(word) ?? [];
      return name === undefined || !name.includes("/") || name.includes("/vendor/") || isPath(word)
        ? []
        : [{ type: "golang", name: moduleName(name), constraint: version ?? null }];
    },
  );
}

/** A command lies below `cmd` of the module that is meant. */
function moduleName(name: string): string {
  return name.replace(/\/\.{3}$/, "").replace(/\/cmd\/.{1,200}$/, "");
}

function crates(words: readonly string[]): Found[] {
  const git = valueOf(words, "--git");
  if (git !== null)
    return repository(
      git,
      valueOf(words, "--tag") ?? valueOf(words, "--rev") ?? valueOf(words, "--branch"),
    );
  if (words.includes("--path")) return [];
  const version = valueOf(words, "--version") ?? valueOf(words, "--vers");
  const values = new Set(
    "--version --vers --root --target --features -F --index --registry --profile -j --bin --example --target-dir".split(
      " ",
    ),
  );
  return argumentsOf(words, values).flatMap((word): Found[] => {
    const [, name, given] = /^([A-Za-z][\w-]{0,100})(?:@(\S{1,100}))?$/.exec(word) ?? [];
    return name === undefined ? [] : [{ type: "cargo", name, constraint: given ?? version }];
  });
}

/** `brew install acme/tools/rail` and `brew tap acme/tools` mean the repository acme/homebrew-tools. */
function taps(words: readonly string[]): Found[] {
  return argumentsOf(words, new Set()).flatMap((word): Found[] => {
    const [, owner, tap] =
      /^([\w-]{1,100})\/([\w-]{1,100})(?:\/[\w@.+-]{1,100})?$/.exec(word) ?? [];
    if (owner === undefined || tap === undefined || owner === "homebrew") return [];
    return repository(
      `https://github.com/${owner}/homebrew-${tap.replace(/^homebrew-/, "")}`,
      null,
    );
  });
}

function tools(words: readonly string[]): Found[] {
  const [name] = argumentsOf(
    words,
    new Set(["--version", "--tool-path", "--add-source", "--framework"]),
  );
  return name === undefined
    ? []
    : [{ type: "nuget", name, constraint: valueOf(words, "--version") }];
}

function php(words: readonly string[]): Found[] {
  return argumentsOf(words, new Set()).flatMap((word): Found[] => {
    const [, name, constraint] =
      /^([\w.-]{1,100}\/[\w.-]{1,100})(?::(.{1,100}))?$/.exec(word) ?? [];
    return name === undefined ? [] : [{ type: "composer", name, constraint: constraint ?? null }];
  });
}

/** `helm upgrade rail oci://registry.acme.example/charts/rail --version 1.2.0`, or a chart of `--repo`. */
function charts(words: readonly string[]): Found[] {
  const isInRegistry = (word: string): boolean =>
    /^oci:\/\/[\w.-]{1,100}(?::\d{1,5})?\/[\w./-]{1,300}$/.test(word);
  const address = words.find(isInRegistry);
  const constraint = valueOf(words, "--version");
  if (address !== undefined) {
    const slash = address.lastIndexOf("/");
    const origin = address.slice(0, slash);
    return [{ type: "helm", name: address.slice(slash + 1), constraint, origin }];
  }
  const origin = valueOf(words, "--repo");
  const name = argumentsOf(words.slice(1), helmValues).at(-1);
  if (origin === null || name === undefined || !/^https?:\/\//.test(origin)) return [];
  return /^[\w.-]{1,100}$/.test(name) ? [{ type: "helm", name, constraint, origin }] : [];
}

function repository(address: string | undefined, constraint: string | null): Found[] {
  if (address === undefined || !/^(?:[a-z+]{2,20}:\/\/|git@)/.test(address)) return [];
  return [{ type: null, name: address.replace(/^git\+/, ""), constraint }];
}

function isFileOfRepository(word: string): boolean {
  return /^https:\/\/(?:raw\.githubusercontent\.com\/|[\w.-]{1,100}\/[^\s?#]{1,300}\/(?:raw|archive|releases\/download)\/)/.test(
    word,
  );
}

/** What is no option, up to what follows `--`; options in `withValue` take the next word with them. */
function argumentsOf(words: readonly string[], withValue: ReadonlySet<string>): string[] {
  const found: string[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (/^(?:\d?>|<|#)/.test(word)) break;
    if (withValue.has(word)) at += 1;
    else if (!word.startsWith("-")) found.push(word);
  }
  return found;
}

function valueOf(words: readonly string[], option: string): string | null {
  const at = words.indexOf(option);
  if (at !== -1) return words[at + 1] ?? null;
  const joined = words.find((word) => word.startsWith(`${option}=`));
  return joined === undefined ? null : joined.slice(option.length + 1);
}

function isPath(word: string): boolean {
  return /^[./~$]/.test(word) || /\.(?:whl|tgz|tar\.gz|zip|txt|toml)$/.test(word);
}

function isName(name: string): boolean {
  return name !== "" && !/[$*{}<>()]/.test(name);
}

/** A version in a variable is not known here. */
function plain(constraint: string | null): string | null {
  return constraint === null || /[${}]/.test(constraint) ? null : constraint;
}
