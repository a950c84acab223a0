import { serviceNameOf } from "#evidence/service-name.ts";
import type { BuiltComponent } from "./components.ts";
import type { Component } from "./organisation.ts";

/** What names of variables and hosts add to a service's own: `ORDER_STORE_INTERNAL_ROOT_URL`. */
const addition = /-(?:api|service|app|server|backend|internal|root|base)$/;
const mostAdditions = 3;

/** Components that can answer a call, by every name they are called by. */
export class ServiceNames {
  private readonly byName = new Map<string, BuiltComponent>();
  private readonly byBare = new Map<string, BuiltComponent | null>();
  private readonly byAlias = new Map<string, BuiltComponent | null>();

  constructor(built: readonly BuiltComponent[]) {
    for (const one of built) {
      if (!isService(one.component) || one.component.goneAt !== null) continue;
      const name = serviceNameOf(one.component.name);
      if (name === null || name.length < 3) continue;
      if (!this.byName.has(name)) this.byName.set(name, one);
      // Not of `orders-server`: what it serves has clients of many kinds.
      const bare = name.replace(/-(?:api|service)$/, "");
      if (bare !== name) this.byBare.set(bare, this.byBare.has(bare) ? null : one);
    }
  }

  /** The first label of a host at which it answers; a label that several have means none of them. */
  alias(label: string, provider: BuiltComponent): void {
    const known = this.byAlias.get(label);
    const isOther = known !== undefined && known?.component.id !== provider.component.id;
    this.byAlias.set(label, isOther ? null : provider);
  }

  /** The component of that very name. */
  exactly(name: string): BuiltComponent | undefined {
    return this.byName.get(name);
  }

  /** As `find`; a client may be called after a service without the word that says so: `OrdersClient` of `orders-api`. */
  findOfClient(name: string): BuiltComponent | undefined {
    return this.find(name) ?? this.byBare.get(name) ?? undefined;
  }

  find(name: string): BuiltComponent | undefined {
    let at = name;
    for (let count = 0; count <= mostAdditions; count++) {
      const found = this.byName.get(at) ?? this.byAlias.get(at);
      if (found != null) return found;
      const shorter = at.replace(addition, "");
      if (shorter === at) return undefined;
      at = shorter;
    }
    return undefined;
  }
}

/** `orders` of `orders-api`. */
export function bareName(name: string): string {
  return (serviceNameOf(name) ?? "").replace(/-(?:api|service|app|server|backend)$/, "");
}

/** Applications and those that publish a contract; not what is only installed into something else. */
export function isService(component: Component): boolean {
  const types = new Set(component.artefacts.map((artefact) => artefact.type));
  if (isLibraryOnly(component)) return false;
  return (
    [...types].some((type) => type.endsWith("-application")) ||
    component.surface.some(
      ({ mark }) =>
        mark === "api-contract" ||
        mark === "api-framework" ||
        mark === "web-framework" ||
        mark === "application-shape",
    ) ||
    component.catalogued?.type === "service"
  );
}

export function isLibraryOnly({ artefacts, surface }: Component): boolean {
  const types = artefacts.map(({ type }) => type);
  return (
    types.some((type) => type.endsWith("-library")) &&
    !types.includes("dockerfile") &&
    surface.every(({ mark }) => mark !== "application-shape")
  );
}
