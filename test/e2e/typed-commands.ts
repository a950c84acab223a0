import { shownCommands } from "../architecture/document-commands.ts";

/** What stands in documents for something of the reader's, and what it is in the sample organisation. */
const standIns: readonly (readonly [shown: RegExp, typed: string])[] = [
  [/^npm run fulcrum -- /, "fulcrum "],
  [/^fulcrum (slo \w+) FOLDER/, "fulcrum $1 slo"],
  [/ \[(.*?)\]/, " $1"],
  [/…/, ""],
  [/(?<= )(?:FOLDER|REPOS|\.\.\/repos)\b/, "repos"],
  [/(?<= )(?:NAME|ID|CAPABILITY|till-ui)\b/, "@meridian/telemetry"],
  [/(?<= )(?:TILLS|COMPONENT|PRODUCT|tills)\b/, "back-office"],
  [/(?<= )(?:TEAM|storefront)\b/, "ticketing"],
  [/(?<= )(?:FILE|app\/till\.rb)/, "clone/apps/complaints/app/models/record.rb"],
  [/(?<= )COMMAND\b/, "explain"],
  [/ --cache fulcrum-cache/, ""],
];

/** In a shell: what goes on until it is stopped is stopped once it has said a word, and ends well. */
export const untilItSays = (word: string, command: string): string =>
  `(${command} > said 2>&1 & pid=$!; until grep -q ${word} said; do kill -0 $pid || exit 1; sleep 0.2; done; kill -TERM $pid && wait $pid)`;

/** Named without what they need: typed with it. */
const completed: ReadonlyMap<string, string> = new Map([
  ["fulcrum assess", "fulcrum assess repos"],
  ["fulcrum assess --duplication-trend", "fulcrum assess repos --duplication-trend"],
  ["fulcrum correct owner|class|edge|bot|name", "fulcrum correct owner back-office ticketing"],
  ["fulcrum cache show|clear|rotate-key", "fulcrum cache show"],
  [
    "fulcrum db status|migrate|backup|restore|move|keep|forget",
    "fulcrum db migrate && fulcrum db status",
  ],
  [
    "fulcrum db restore fulcrum.backup --data elsewhere",
    "fulcrum db backup fulcrum.backup && fulcrum db restore fulcrum.backup --data elsewhere",
  ],
  [
    "fulcrum db restore FILE --data FOLDER",
    "fulcrum db backup fulcrum.backup && fulcrum db restore fulcrum.backup --data elsewhere",
  ],
  ["fulcrum serve", untilItSays("http", "fulcrum serve --port 0")],
  [
    "fulcrum serve --host 0.0.0.0",
    `fulcrum token create --role admin --name me > token && ${untilItSays("http", "fulcrum serve --host 0.0.0.0 --port 0")}`,
  ],
  ["fulcrum audit --since 2026-03-01 > audit.ndjson", "fulcrum audit --since 2026-03-01"],
  [
    "fulcrum serve --report report.json",
    untilItSays("http", "fulcrum serve --report report.json --port 0"),
  ],
  ["fulcrum worker", untilItSays("working", "fulcrum worker")],
  ["fulcrum token create", "fulcrum token create --role viewer --name till"],
  ["fulcrum token create|list|revoke", "fulcrum token create --role viewer --name till"],
  [
    "fulcrum token revoke",
    "fulcrum token create --role viewer --name till && fulcrum token revoke 1",
  ],
  ["fulcrum duplicates", "fulcrum duplicates repos"],
  [
    "fulcrum correct owner tills --undo",
    "fulcrum correct owner back-office ticketing && fulcrum correct owner back-office --undo",
  ],
  [
    "fulcrum correct --undo",
    "fulcrum correct owner back-office ticketing && fulcrum correct owner back-office --undo",
  ],
  ["fulcrum db forget", "fulcrum db forget Meridian"],
  ["fulcrum similar", "fulcrum similar clone/apps/complaints/app/models/record.rb"],
  ["fulcrum slo rules", "fulcrum slo rules slo"],
  ["fulcrum slo validate", "fulcrum slo validate slo"],
  [
    "fulcrum slo validate|rules|status",
    "fulcrum slo validate slo && fulcrum slo rules slo && fulcrum slo status slo",
  ],
]);

/** Commands of documents that no test types, each with the reason; the first that fits counts. */
export const notTyped: readonly (readonly [command: RegExp, reason: string])[] = [
  [/^(?:fulcrum …|npm run fulcrum --)$/, "stands for every command"],
  [/^node build\/fixtures\/generate\.js\b/, "writes what this test begins with"],
  [/^npm (?:ci|i)\b/, "asks the registry; every clean clone of the pipeline does it"],
  [/^npm (?:test|run (?:verify|build|demo|format|generate))\b/, "runs this test, or changes files"],
  [
    /^node scripts\/sample\.mjs$/,
    "is what the build does for the first page; a test of the store shows it",
  ],
  [/^npm run bench\b/, "takes minutes and a corpus: only its name and options are looked up"],
  [/^npx vitest run\b/, "is what runs this test; the paths in it are resolved"],
  [/^node scripts\/screenshots\.mjs$/, "draws the pictures anew; its path is resolved"],
  [/^fulcrum db move\b/, "needs a server of the reader's; test/store moves to one"],
  [/^git /, "is git's, on an address that does not exist or at revisions of a study"],
];

export interface TypedCommand {
  readonly document: string;
  readonly shown: string;
  readonly typed: string;
  /** Asks or opens the service's database. */
  readonly isOfService: boolean;
}

/** Each command that a document shows, as somebody types it in the sample organisation; one that is shown again counts once. */
export function typedCommands(): readonly TypedCommand[] {
  const found = new Map<string, TypedCommand>();
  for (const { document, command } of shownCommands) {
    const plain = command.replace(/^npm run fulcrum -- /, "fulcrum ");
    if (notTyped.some(([pattern]) => pattern.test(plain))) continue;
    const typed =
      completed.get(plain) ??
      standIns.reduce((text, [shown, stand]) => text.replace(shown, stand), plain).trim();
    const isOfService = /\bfulcrum (?:db|serve|token|audit|worker)\b/.test(typed);
    if (!found.has(typed)) found.set(typed, { document, shown: command, typed, isOfService });
  }
  return [...found.values()];
}
