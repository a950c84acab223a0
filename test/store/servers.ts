import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import {
  startEmbedded,
  type EmbeddedConnection,
  type EmbeddedServer,
} from "#store/postgres/embedded/embedded-server.ts";
import {
  packagedInstallation,
  thisMachine,
  type Installation,
} from "#store/postgres/embedded/installation.ts";
import { placesOf } from "#store/postgres/embedded/places.ts";

/** A server that the tests of a run share: each file makes databases of its own there. */
export interface SharedServer {
  readonly name: string;
  readonly connection: EmbeddedConnection;
}

declare module "vitest" {
  export interface ProvidedContext {
    readonly servers: readonly SharedServer[];
  }
}

/** Where Debian puts servers, one folder for each major version. */
const debianFolder = "/usr/lib/postgresql";
/** The oldest that Fulcrum works with, as Debian 12 has it, or whatever is there. */
const wanted = [15, 16, 17, 18];

function systemInstallation(): Installation | null {
  const found = existsSync(debianFolder) ? readdirSync(debianFolder) : [];
  const major = wanted.find((one) => found.includes(String(one)));
  if (major === undefined) return null;
  return {
    version: `${major}.0`,
    major,
    root: join(debianFolder, String(major)),
    links: new Map(),
  };
}

/** Starts PostgreSQL 18 of the package and, where the system has one, an older one, under the same supervisor. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const installations = [await packagedInstallation(thisMachine())];
  const other = systemInstallation();
  if (other === null)
    console.log(`No PostgreSQL in ${debianFolder}: the store is tried on the embedded one only.`);
  else installations.push(other);
  const folders: string[] = [];
  const started: { readonly name: string; readonly server: EmbeddedServer }[] = [];
  const remove = async (): Promise<void> => {
    for (const { server } of started) await server.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  };
  try {
    for (const installation of installations) {
      const folder = mkdtempSync(join(tmpdir(), "fulcrum-store-"));
      folders.push(folder);
      chmodSync(folder, 0o755);
      const places = await placesOf(folder);
      const server = await startEmbedded(places, installation, new AbortController().signal);
      started.push({ name: `PostgreSQL ${String(installation.major)}`, server });
    }
  } catch (error) {
    await remove();
    throw error;
  }
  project.provide(
    "servers",
    started.map(({ name, server }) => ({ name, connection: server.connection })),
  );
  return remove;
}
