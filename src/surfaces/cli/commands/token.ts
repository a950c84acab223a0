import { FulcrumError } from "#kernel/errors.ts";
import { terminalJson, terminalText } from "#kernel/terminal-text.ts";
import { createToken, listTokens, revokeToken } from "#operations/access/manage-tokens.ts";
import { tokenName, tokenView } from "#operations/access/token-view.ts";
import { withAccess } from "#operations/access/with-access.ts";
import type { KeptToken } from "#ports/access-store.ts";
import type { Role } from "#vocabulary/access.ts";
import { databaseOf, type DataOptions } from "../database-options.ts";
import { markdownTable, tableLines, type Column } from "../format/table.ts";
import type { Format } from "../program-parts.ts";
import type { Session } from "../session.ts";

export interface CreateTokenOptions extends DataOptions {
  readonly role: Role;
  readonly name: string;
  /** Days. */
  readonly expires: number;
  readonly organisation?: readonly string[];
}

export interface TokenOptions extends DataOptions {
  readonly format: Format;
}

/** Makes one. Standard output is the token and nothing else, so that it can go where it is needed; the rest is notes. */
export async function runTokenCreate(session: Session, options: CreateTokenOptions): Promise<void> {
  const { terminal } = session;
  const name = tokenName.safeParse(options.name);
  if (!name.success)
    throw new FulcrumError(
      "usage",
      "The name of a token is 1 to 100 characters on one line.",
      "Say what it is for: --name ci",
    );
  const { role, expires: days, organisation } = options;
  const about = { name: name.data, role, days, organisations: organisation ?? null };
  const made = await withAccess(session, databaseOf(session, options), "create-token", (context) =>
    createToken(context, { ...about, createdBy: null }),
  );
  terminal.out.line(terminalText(made.text));
  if (options.quiet === true) return;
  const { expires } = tokenView(made.token);
  const said = `Token ${made.token.id} is good until ${expires}. It is not shown again: put it where it is needed now.`;
  terminal.notes.line(terminalText(said));
}

export async function runTokenList(session: Session, options: TokenOptions): Promise<void> {
  const { out } = session.terminal;
  const found = await withAccess(session, databaseOf(session, options), "list-tokens", listTokens);
  const tokens = found.map(tokenView);
  if (options.format === "json") {
    out.line(terminalJson(JSON.stringify(tokens, null, 2)));
    return;
  }
  if (tokens.length === 0) {
    out.line("There is no token yet. Make one: fulcrum token create --role member --name ci");
    return;
  }
  const columns: readonly Column<(typeof tokens)[number]>[] = [
    { title: "Id", cell: ({ id }) => id, align: "right" },
    { title: "Name", cell: ({ name }) => name, least: 12 },
    { title: "Role", cell: ({ role }) => role },
    {
      title: "Reaches",
      cell: ({ organisations }) => organisations?.join(", ") ?? "everything",
      least: 10,
    },
    { title: "Good until", cell: ({ expires }) => expires },
    { title: "Last used", cell: ({ lastUsed }) => lastUsed ?? "never" },
    { title: "State", cell: (one) => stateOf(one, session.clock.now()) },
  ];
  if (options.format === "markdown") out.line(markdownTable(columns, tokens).join("\n"));
  else out.line(tableLines(columns, tokens, out).join("\n"));
}

export async function runTokenRevoke(
  session: Session,
  id: string,
  options: TokenOptions,
): Promise<void> {
  const token = await withAccess(
    session,
    databaseOf(session, options),
    "revoke-token",
    async (context) => existing(await revokeToken(context, id)),
  );
  session.terminal.out.line(terminalText(`Token ${token.id} (${token.name}) opens nothing now.`));
}

function existing(token: KeptToken | null): KeptToken {
  if (token !== null) return token;
  throw new FulcrumError(
    "unknown-id",
    "There is no token of that id.",
    "See which there are: fulcrum token list",
  );
}

function stateOf(
  { revoked, expires }: { readonly revoked: string | null; readonly expires: string },
  now: number,
): string {
  if (revoked !== null) return "revoked";
  return Date.parse(expires) <= now ? "expired" : "good";
}
