/** A sign of who this component is for. `text` is the literal sign: a path, a framework, a host, a word. */
export interface SurfaceMark {
  readonly mark:
    | "web-framework"
    | "api-framework"
    | "cli"
    | "view"
    | "page"
    /** A page for people; `api-route` answers programs. */
    | "route"
    | "api-route"
    | "asset"
    | "app-manifest"
    | "mobile-app"
    | "desktop-app"
    | "browser-extension"
    /** Where a whole application is put into a page: the entry of a single-page or server-rendered one; text: the stack. */
    | "browser-app"
    /** How people get the program: a store listing, a formula, an installer; text: which. */
    | "distribution"
    /** A public address at which people meet it; text: the host. */
    | "public-host"
    /** It asks its visitors for consent to cookies. */
    | "consent"
    /** Built to run by itself (an entry point, a server, an executable); text: the stack. */
    | "application-shape"
    /** Built to be installed into something else; text: the stack. */
    | "library-shape"
    /** A build file or workflow pushes it to a registry; text: which. */
    | "publishes"
    /** It says of itself that it is not for publishing; text: how. */
    | "unpublished"
    /** It says that something else took its place; text: what, at most a line. */
    | "successor"
    /** A set of rules or settings for a tool (lint, formatter, compiler, renovate); text: the tool. */
    | "tool-configuration"
    | "ui-component"
    | "api-contract"
    | "reusable-workflow"
    | "action"
    | "base-image"
    | "chart"
    | "infrastructure-module"
    | "deployment-state"
    | "template"
    /** An example, a sandbox or an application that only tests; text: the folder's name. */
    | "sample"
    | "documentation-site"
    /** A registry from which anybody may install it; text: which. */
    | "public-registry"
    /** A contract that says of itself that it is for others than the organisation: `external-partner`, `external-public`. */
    | "outside-contract"
    | "api-key"
    | "partner-words"
    | "developer-words"
    | "customer-words"
    | "outcome-metric"
    | "experiment"
    | "personal"
    | "data"
    /** A folder of somebody else's code inside `vendor/` and the like; text: its path. */
    | "vendored-folder"
    /** A file whose name says that it wraps something (`signals_wrapper.rb`); text: its path. */
    | "wrapper-file";
  readonly text: string;
  readonly count: number;
  /** The folder that it is about, where not that of its file: a project of the file's build (POSIX, from the root). */
  readonly folder?: string;
  /** Where it is about another package of the repository: its folder (POSIX, from the root) or its name in npm. */
  readonly member?: string;
}
