import { z } from "zod";
import { roles } from "#vocabulary/access.ts";

/** "90d", "12h", "30m": milliseconds. */
const units: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: 86_400_000 };

const duration = (description: string, usual: string) =>
  z
    .string()
    .regex(/^[1-9]\d{0,4}[mhd]$/, "write it like 30m, 12h or 7d")
    .default(usual)
    .transform((text) => Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? 0))
    .describe(description);

const word = z.string().min(1).max(2_000);

const pair = z.object({ group: word, role: z.enum(roles) });

/** `platform=admin, engineers=member, *=viewer`: by group, in this order; a name may hold an equals sign. */
const groupRoles = z
  .string()
  .transform((text) =>
    text
      .split(/[,\n]/)
      .map((one) => one.trim())
      .filter((one) => one !== "")
      .map((one) => {
        const at = one.lastIndexOf("=");
        return { group: one.slice(0, at).trim(), role: one.slice(at + 1).trim() };
      }),
  )
  .pipe(z.array(pair).min(1).max(1_000));

/** What an operator sets of access, by environment variables. */
export const accessSettings = z
  .strictObject({
    FULCRUM_PUBLIC_URL: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe(
        "where people reach the service, such as https://fulcrum.example.org; with it everybody signs in, also on this machine",
      ),
    FULCRUM_OIDC_ISSUER: z
      .url({ protocol: /^https?$/ })
      .optional()
      .describe("the provider of identities, as it calls itself"),
    FULCRUM_OIDC_CLIENT_ID: word.optional().describe("what the provider calls this service"),
    FULCRUM_OIDC_CLIENT_SECRET: word
      .optional()
      .describe("what it proves itself with; without, a public client"),
    FULCRUM_OIDC_SCOPES: word
      .default("openid profile")
      .describe("what the provider is asked for; some need `groups` among them"),
    FULCRUM_OIDC_GROUPS_CLAIM: word
      .default("groups")
      .describe("under which the provider lists somebody's groups"),
    FULCRUM_OIDC_ROLES: groupRoles
      .optional()
      .describe(
        "which group has which role: `platform=admin, engineers=member, *=viewer`; the highest counts, `*` is everybody, and who has none is not let in",
      ),
    FULCRUM_OIDC_ALLOW_PRIVATE: z
      .enum(["true", "false"])
      .default("false")
      .transform((text) => text === "true")
      .describe("`true` where the provider has an address inside your network"),
    FULCRUM_SESSION_IDLE: duration("a session ends when nothing was asked for so long", "12h"),
    FULCRUM_SESSION_LONGEST: duration("a session ends then, whatever was asked", "7d"),
  })
  .meta({ id: "AccessSettings" });
export type AccessSettings = z.infer<typeof accessSettings>;

/** May be given as a file instead: `FULCRUM_OIDC_CLIENT_SECRET_FILE` names it. */
export const secretSetting = "FULCRUM_OIDC_CLIENT_SECRET";
