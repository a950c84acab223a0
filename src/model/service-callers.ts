import type { ServiceReference } from "#evidence/facts.ts";
import type { Moment, Span } from "#evidence/moment.ts";
import type { FileHistory } from "#evidence/repository-evidence.ts";
import type { BuiltComponent } from "./components.ts";
import { isLibraryOnly } from "./service-names.ts";

/** Names in each file, by repository, path and source, that no code asks for at HEAD: see `HeadFile.unasked`. */
export class UnaskedNames {
  private readonly names = new Map<string, ReadonlySet<string>>();

  constructor(built: readonly BuiltComponent[]) {
    for (const { id, headFiles } of new Set(built.map(({ unit }) => unit.repository)))
      for (const { path, source, unasked = [] } of headFiles)
        if (unasked.length > 0) this.names.set(keyOf(id, path, source), new Set(unasked));
  }

  /** Does the reference stand only where something is defined that nobody asks for? */
  isUnasked(
    { through, isHandedOn }: ServiceReference,
    { path, source }: Pick<FileHistory, "path" | "source">,
    { unit, component }: BuiltComponent,
  ): boolean {
    if (through === undefined || through.length === 0) return false;
    // What reads an application's object of settings may be a library that it takes.
    if (isHandedOn === true && !isForOthers(component)) return false;
    const names = this.names.get(keyOf(unit.repository.id, path, source));
    return names !== undefined && through.every((name) => names.has(name));
  }

  /**
   * The spans in which a reference was a call. When the last caller went is not known, as only files that name services are followed:
   * the newest change of the file is the last time it is known to have been wanted. A setting handed on never was a call.
   */
  calls(
    reference: ServiceReference,
    spans: readonly Span<number>[],
    file: FileHistory,
    user: BuiltComponent,
  ): readonly Span<number>[] {
    if (!this.isUnasked(reference, file, user)) return spans;
    const touched = file.spans.at(-1)?.from;
    return touched === undefined || reference.isHandedOn === true ? [] : endedAt(spans, touched);
  }
}

function keyOf(repositoryId: string, path: string, source: string): string {
  return `${repositoryId}\n${path}\n${source}`;
}

function endedAt(spans: readonly Span<number>[], end: Moment): Span<number>[] {
  return spans
    .filter(({ from }) => from.at < end.at)
    .map((span) => (span.to === null || span.to.at > end.at ? { ...span, to: end } : span));
}

/** What is given up calls nobody from its last human change on; what lives, as it did. */
export function whileKept(
  spans: readonly Span<number>[],
  { component: { lifecycle, isLive, lastHuman } }: BuiltComponent,
): readonly Span<number>[] {
  const isGivenUp = (lifecycle === "deprecated" || lifecycle === "archived") && isLive === false;
  return isGivenUp && lastHuman !== null ? endedAt(spans, lastHuman) : spans;
}

const testsOnly =
  /(?:^|[-_./])(?:e2e|(?:e2e|end-to-end|integration|acceptance|smoke|load|performance|contract|functional|system)[-_]?tests?)$/i;
const forTests =
  /(?:^|[-_./])(?:test|tests|testing|testkit|test[-_]?(?:utils?|helpers?|harness|framework|suite|support)|mocks?|fixtures?)$/i;
const describesTests =
  /\btest(?:s|ing)? (?:framework|harness|suite|utilit(?:y|ies)|helpers?|kit|runner|support|fixtures?)\b/i;

/** A component whose code runs only in tests, wherever it lies: its name or its description says so. */
export function isTestHarness({ component }: BuiltComponent): boolean {
  const names = [component.name, component.path];
  if (names.some((name) => testsOnly.test(name))) return true;
  if (answersByItself(component)) return false;
  return (
    names.some((name) => forTests.test(name)) || describesTests.test(component.description ?? "")
  );
}

/** A manifest that only says "private" is no sign of it. */
function answersByItself({ artefacts, surface }: BuiltComponent["component"]): boolean {
  return (
    artefacts.some(({ type }) => /-web-application$|^(?:dockerfile|helm-chart)$/.test(type)) ||
    surface.some(({ mark }) => /^(?:api-|web-framework|application-shape)/.test(mark))
  );
}

/** A library, also one that comes with an application to show it. */
function isForOthers(component: BuiltComponent["component"]): boolean {
  const { artefacts, surface } = component;
  const isPublished =
    artefacts.some(({ type, to }) => type.endsWith("-library") && to === null) &&
    surface.some(({ mark }) => mark === "publishes" || mark === "library-shape");
  return isPublished || isLibraryOnly(component);
}
