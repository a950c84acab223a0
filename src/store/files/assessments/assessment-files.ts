import { rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { section as sectionSchema } from "#contract/primitives.ts";
import { FulcrumError } from "#kernel/errors.ts";
import { jsonIn } from "#kernel/json-text.ts";
import type {
  AssessmentStore,
  CurrentAssessment,
  ListKey,
  NewAssessment,
  ReusableAssessment,
  StoredSection,
} from "#ports/assessment-store.ts";
import type { ReportHead } from "#sections/report-index.ts";
import type { SectionName } from "#sections/index.ts";
import type { Report } from "#sections/report.ts";
import { placeName } from "#store/assessment-origin.ts";
import { writeAtomically } from "../atomic-write.ts";
import { withFileLock } from "../file-lock.ts";
import type { AssessmentIndex } from "./assessment-index.ts";
import {
  currentFile,
  pointerOrNull,
  readPointer,
  reusableFile,
  textOrNull,
  type Pointer,
} from "./pointers.ts";
import { itemsIn } from "./section-text.ts";

const folderName = "assessment";
const latestFile = "latest";
const assessFirst = "Assess your repositories first: fulcrum assess ../repos";

/**
 * Assessments as files: a folder for each, with a file for each section, so that a question reads only what it needs. A
 * pointer that is renamed into place last says which one counts. An id is the path of such a folder.
 */
export class AssessmentFiles implements AssessmentStore {
  /** The folder of all places. */
  private readonly home: string;
  private readonly indexes = new Map<string, AssessmentIndex>();

  constructor(home: string) {
    this.home = home;
  }

  placeOf(folders: readonly string[]): string {
    return join(this.home, placeName(folders));
  }

  async latestPlace(): Promise<string | null> {
    const place = (await textOrNull(join(this.home, latestFile)))?.trim() ?? "";
    return place === "" ? null : place;
  }

  async makeLatest(place: string): Promise<void> {
    await writeAtomically(join(this.home, latestFile), `${place}\n`);
  }

  async current(place: string): Promise<CurrentAssessment | null> {
    const folder = join(place, folderName);
    const found = await readPointer(folder, currentFile);
    return found === null ? null : { id: join(folder, found.generation), origin: found.origin };
  }

  async reusable(place: string, organisation: string): Promise<ReusableAssessment | null> {
    const folder = join(place, folderName);
    try {
      const found = await readPointer(folder, reusableFile(organisation));
      if (found === null) return null;
      const id = join(folder, found.generation);
      const { reuseKey: key } = await this.index(id);
      return key === null ? null : { id, key };
    } catch (error) {
      if (error instanceof FulcrumError && error.code === "no-assessment") return null; // it is made again
      throw error;
    }
  }

  async report(id: string): Promise<Report> {
    const { head } = await this.index(id);
    const { sections } = await import("#sections/index.ts");
    const described: Record<string, unknown> = {};
    const contents: object[] = [];
    for (const { name } of sections) {
      const found: unknown = JSON.parse(await this.sectionText(id, name));
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the checksum vouches for what `save` wrote
      const { description, content } = found as StoredSection<SectionName>;
      described[name] = description;
      contents.push(content);
    }
    const { evidenceOmittedCount, ...first } = head;
    // In the order of the schema, so that the same report is the same text.
    const parts = [first, { sections: described }, ...contents, { evidenceOmittedCount }];
    const report: unknown = Object.assign({}, ...parts);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- as above
    return report as Report;
  }

  async save({ place, report, origin, reuseKey }: NewAssessment): Promise<string> {
    const folder = join(place, folderName);
    const { writeGeneration } = await import("./generation.ts");
    const { generation, putInPlace } = await writeGeneration(folder, report, reuseKey);
    const reusable = reuseKey === null ? null : reusableFile(report.organisation.name);
    await this.point(folder, { generation, origin }, reusable, putInPlace);
    return join(folder, generation);
  }

  async reuse(place: string, { id, origin }: CurrentAssessment): Promise<void> {
    await this.point(join(place, folderName), { generation: basename(id), origin }, null);
  }

  async forget(place: string): Promise<void> {
    await rm(join(place, folderName), { recursive: true, force: true });
  }

  async head(id: string): Promise<ReportHead> {
    return (await this.index(id)).head;
  }

  async section<Name extends SectionName>(id: string, name: Name): Promise<StoredSection<Name>> {
    const text = await this.sectionText(id, name);
    const { sections } = await import("#sections/index.ts");
    const schema = sections.find((one) => one.name === name)?.schema ?? {};
    const parsed = z
      .object({ description: sectionSchema, content: z.object(schema) })
      .safeParse(jsonIn(text));
    if (!parsed.success) throw otherVersion(id, name, parsed.error);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the section's own schema has just checked it
    return parsed.data as unknown as StoredSection<Name>;
  }

  async items<Key extends ListKey>(
    id: string,
    key: Key,
    field: string & keyof Report[Key][number],
    values: ReadonlySet<string>,
  ): Promise<Report[Key]> {
    const { sections } = await import("#sections/index.ts");
    const owner = sections.find(({ schema }) => Object.hasOwn(schema, key));
    if (owner === undefined) throw new Error(`No section holds ${key}.`);
    const found = itemsIn(await this.sectionText(id, owner.name), key, field, values);
    const { [key]: list } = owner.schema as Readonly<Record<string, z.ZodType>>;
    const parsed = list?.safeParse(found);
    if (parsed?.success !== true) throw otherVersion(id, owner.name, parsed?.error);
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the list's own schema has just checked it
    return parsed.data as Report[Key];
  }

  /** Whole, by its checksum. */
  private async sectionText(id: string, name: SectionName): Promise<string> {
    const { checksums } = await this.index(id);
    const { checksumOf, sectionFile } = await import("./generation.ts");
    const path = join(id, sectionFile(name));
    const text = await textOrNull(path);
    if (text === null) throw await this.lost(id, path);
    if (checksumOf(text) === checksums[name]) return text;
    throw new FulcrumError(
      "no-assessment",
      `${path} is not whole: the last assessment's section ${name} cannot be answered from.`,
      "Assess your repositories again: fulcrum assess ../repos",
    );
  }

  private async index(id: string): Promise<AssessmentIndex> {
    const known = this.indexes.get(id);
    if (known !== undefined) return known;
    const { assessmentIndex } = await import("./assessment-index.ts");
    const { indexFile } = await import("./generation.ts");
    const path = join(id, indexFile);
    const text = await textOrNull(path);
    if (text === null) throw await this.lost(id, path);
    const parsed = assessmentIndex.safeParse(jsonIn(text));
    if (!parsed.success) throw otherVersion(id, null, parsed.error);
    this.indexes.set(id, parsed.data);
    return parsed.data;
  }

  /** Two assessments that end at the same moment point one after the other; the last one counts. */
  private async point(
    folder: string,
    pointer: Pointer,
    reusable: string | null,
    putInPlace: () => Promise<void> = () => Promise.resolve(),
  ): Promise<void> {
    const text = JSON.stringify(pointer);
    await withFileLock(join(folder, currentFile), async () => {
      const before = await pointerOrNull(folder, currentFile);
      await putInPlace();
      if (reusable !== null)
        await writeAtomically(join(folder, reusable), text, { isPrivate: true });
      await writeAtomically(join(folder, currentFile), text, { isPrivate: true });
      const { sweepGenerations } = await import("./generation.ts");
      await sweepGenerations(folder, before?.generation ?? null);
    });
  }

  /** Removed by hand, or because two assessments ended while one question was answered. */
  private async lost(id: string, path: string): Promise<FulcrumError> {
    const current = await pointerOrNull(dirname(id), currentFile);
    const isReplaced = current !== null && current.generation !== basename(id);
    return new FulcrumError(
      "no-assessment",
      isReplaced
        ? "The assessment was replaced by others while it was read."
        : `There is no report at ${path}.`,
      isReplaced ? "Run the command again." : assessFirst,
    );
  }
}

function otherVersion(id: string, name: string | null, cause: unknown): FulcrumError {
  return new FulcrumError(
    "no-assessment",
    `${name === null ? id : `The section ${name} of ${id}`} is not of this version of fulcrum.`,
    `${assessFirst}, which makes it again with this version.`,
    { cause },
  );
}
