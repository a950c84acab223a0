import type { ReactNode } from "react";
import { useNames } from "#web/api/names-of-things.ts";
import { routeHref } from "./route.ts";

/** Text from a repository: monospace, kept apart from the direction of the words around it, broken anywhere. */
export function Name({ children }: { readonly children: string }): ReactNode {
  return (
    <bdi className="name" title={children.length > 60 ? children : undefined}>
      {children}
    </bdi>
  );
}

function NameLink({ href, name }: { readonly href: string; readonly name: string }): ReactNode {
  return (
    <a href={href}>
      <Name>{name}</Name>
    </a>
  );
}

export function ComponentLink({ id }: { readonly id: string }): ReactNode {
  const name = useNames().components.get(id)?.name;
  if (name === undefined) return <Name>{id}</Name>;
  return <NameLink href={routeHref("components", id)} name={name} />;
}

export function CapabilityLink({ id }: { readonly id: string }): ReactNode {
  const name = useNames().capabilities.get(id)?.name;
  if (name === undefined) return <Name>{id}</Name>;
  return <NameLink href={routeHref("capabilities", id)} name={name} />;
}

export function TeamLink({ id }: { readonly id: string }): ReactNode {
  return <NameLink href={routeHref("teams", id)} name={useNames().teams.get(id)?.name ?? id} />;
}

/** Owners as links; says so when nobody is known. */
export function Owners({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const { teams } = useNames();
  if (ids.length === 0) return <span className="quiet">no known owner</span>;
  return ids.map((id, index) => (
    <span key={id} className="owner" title={teams.get(id)?.name}>
      <NameLink href={routeHref("teams", id)} name={teams.get(id)?.name ?? id} />
      {index < ids.length - 1 && ", "}
    </span>
  ));
}
