import type {
  CatalogEntity,
  DecisionFacts,
  DeclaredPackage,
  DocumentFacts,
  FileFacts,
  OwnerRule,
} from "#evidence/facts.ts";
import { normaliseStep, personOwner } from "#evidence/owner-name.ts";
import { withoutPersons, withoutPersonsOrNull, withoutSecrets } from "#evidence/without-persons.ts";
import { handleKey } from "./author-handles.ts";

/** An @ as files may write it: where there is none, nobody is addressed. */
const mayNamePersons = /@|(?:\\u00|\\x|&#x?)(?:40|64)|&commat;/i;

/** What is kept of one file's facts: no address, no password, and in prose no handle. Names of things stay as they are. */
export function withoutPersonsIn(facts: FileFacts, text: string): FileFacts {
  if (!mayNamePersons.test(text)) return facts;
  const { packages, dependencies, definitions, services, entities, document } = facts;
  return {
    ...facts,
    ...(packages === undefined ? {} : { packages: packages.map(packageWithout) }),
    ...(dependencies === undefined
      ? {}
      : {
          dependencies: dependencies.map((one) =>
            one.constraint?.includes("@") === true
              ? { ...one, constraint: withoutSecrets(one.constraint) }
              : one,
          ),
        }),
    ...(definitions === undefined
      ? {}
      : { definitions: definitions.map((one) => ({ ...one, value: withoutSecrets(one.value) })) }),
    ...(services === undefined
      ? {}
      : { services: services.map((one) => ({ ...one, text: withoutSecrets(one.text) })) }),
    ...(entities === undefined ? {} : { entities: entities.map(entityWithout) }),
    ...(document === undefined ? {} : { document: documentWithout(document) }),
    ...(facts.decision === undefined ? {} : { decision: decisionWithout(facts.decision) }),
    ...(facts.problems === undefined
      ? {}
      : { problems: facts.problems.map((one) => ({ ...one, text: withoutPersons(one.text) })) }),
  };
}

function packageWithout(one: DeclaredPackage): DeclaredPackage {
  const { description, deprecated } = one;
  return {
    ...one,
    ...(description === undefined ? {} : { description: withoutPersons(description) }),
    ...(deprecated === undefined ? {} : { deprecated: withoutPersons(deprecated) }),
  };
}

function entityWithout(one: CatalogEntity): CatalogEntity {
  return {
    ...one,
    title: withoutPersonsOrNull(one.title),
    description: withoutPersonsOrNull(one.description),
    type: withoutPersonsOrNull(one.type),
    lifecycle: withoutPersonsOrNull(one.lifecycle),
  };
}

function documentWithout(one: DocumentFacts): DocumentFacts {
  return {
    ...one,
    title: withoutPersonsOrNull(one.title),
    summary: withoutPersonsOrNull(one.summary),
    description: withoutPersonsOrNull(one.description),
    headings: one.headings.map(withoutPersons),
    ...(one.parts === undefined
      ? {}
      : { parts: one.parts.map(({ name, text }) => ({ name, text: withoutPersons(text) })) }),
    ...(one.promises === undefined
      ? {}
      : {
          promises: one.promises.map((promise) => ({
            ...promise,
            text: withoutPersons(promise.text),
          })),
        }),
  };
}

function decisionWithout(one: DecisionFacts): DecisionFacts {
  return {
    ...one,
    title: withoutPersons(one.title),
    drivers: one.drivers.map(withoutPersons),
    body: withoutPersons(one.body),
  };
}

export interface KeptOwners {
  readonly rules: readonly OwnerRule[];
  /** Pseudonyms of the handles that were left out: by them the same name is known for a person's elsewhere. */
  readonly handles: readonly string[];
}

/**
 * Owners of CODEOWNERS as they are kept: a bare `@name` is a person, but where the repository itself lies in a group of that
 * name (GitLab). `remote`: host and path.
 */
export function keptOwners(
  rules: readonly OwnerRule[],
  remote: string | null,
  personKey: string,
): KeptOwners {
  const group = remote?.toLowerCase().split("/")[1] ?? null;
  const handles = new Set<string>();
  const kept = (owner: string): string => {
    const name = /^@+([^/]{1,200})$/.exec(owner)?.[1];
    if (name === undefined || name.toLowerCase() === group) return owner;
    const step = normaliseStep(name);
    if (step !== null) handles.add(handleKey(personKey, step));
    return personOwner;
  };
  return {
    rules: rules.map((rule) => ({
      ...rule,
      pattern: /^@[^/]{1,200}$/.test(rule.pattern) ? `@${personOwner}` : rule.pattern,
      owners: [...new Set(rule.owners.map(kept))],
    })),
    handles: [...handles].sort(),
  };
}
