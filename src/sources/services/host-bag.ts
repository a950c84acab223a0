import type { ServiceReference } from "#evidence/facts.ts";
import { serviceNameOf } from "#evidence/service-name.ts";

const wholeHost = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){2,8}[a-z]{2,24}$/;
const singleLabel = /^[a-z][a-z0-9-]{2,62}$/;
const plainPath = /^\/([a-z]{2,20}(?:[-_][a-z]{2,20}){0,3})(?:[/*(?]|$)/;
/** Examples of documentation, and domains where anybody's things stand. */
const nobodys =
  /(?:^|\.)(?:example\.(?:com|org|net)|localhost|local|test|invalid|localdomain|github\.com|amazonaws\.com|docker\.io|ghcr\.io|googleapis\.com|windows\.net|schemas?\.[a-z.]{2,40})$/;
const most = 200;

interface Answer {
  readonly text: string;
  /** First part of the paths that go there. */
  readonly path?: string;
  /** A description of an API may be somebody else's; a record or route is one's own. */
  readonly isWeak?: boolean;
  /** The name of a service in the cluster's own network. */
  readonly isInternal?: boolean;
}

/** Gathers hosts at which something answers. */
export class HostBag {
  private readonly found = new Map<string, ServiceReference>();

  add(written: string, line: number, { text, path, isWeak, isInternal }: Answer): void {
    const host = written.toLowerCase().replace(/\.$/, "");
    const isHost = isInternal === true ? singleLabel.test(host) : wholeHost.test(host);
    if (!isHost || nobodys.test(host) || /^www\d?\./.test(host)) return;
    const name = serviceNameOf(host) ?? serviceNameOf(host.slice(0, host.indexOf(".")));
    const key = `${host} ${path ?? ""}`;
    if (name === null || this.found.has(key) || this.found.size >= most) return;
    this.found.set(key, {
      name,
      how: "answers",
      confidence: isWeak === true ? "medium" : "high",
      host,
      ...(path === undefined ? {} : { path }),
      text: `${text} ${host}${path === undefined ? "" : `/${path}`}`.slice(0, 160),
      line,
      scope: "runtime",
    });
  }

  addUrl(url: string, line: number, isWeak: boolean): void {
    const [, host = "", rest = ""] =
      /^https?:\/\/([^/:?#\s]{1,200})(?::\d{1,5})?([^\s?#]{0,200})/.exec(url) ?? [];
    const path = plainPath.exec(rest)?.[1];
    this.add(host, line, { text: "server", isWeak, ...(path === undefined ? {} : { path }) });
  }

  /** `/orders/*` of a rule for a host that is known already. */
  addPath(host: string, written: string, line: number, text: string): void {
    const path = plainPath.exec(written)?.[1];
    if (path !== undefined) this.add(host, line, { text, path });
  }

  references(): readonly ServiceReference[] {
    return [...this.found.values()];
  }
}
