import { digest } from "#kernel/ids.ts";

/** `repository:HOST/OWNER/NAME` with a remote, else `repository:` and the path below the input folder. */
export function repositoryId(remote: string | null, path: string): string {
  return `repository:${remote ?? path}`;
}

export function componentId(repository: string, path: string): string {
  return `component:${repository.slice("repository:".length)}#${path}`;
}

/** `provider` is null where the repository that makes it is not among those read. */
export function capabilityId(provider: string | null, name: string): string {
  return `capability:${provider === null ? "elsewhere" : provider.slice("component:".length)}!${name}`;
}

export function teamId(name: string): string {
  return `team:${name}`;
}

export function consumptionId(
  consumer: string,
  capability: string,
  scope: string,
  from: number,
): string {
  return `consumption:${digest(consumer, capability, scope, from)}`;
}
