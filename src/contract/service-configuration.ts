import { z } from "zod";
import { organisationSlug } from "./service.ts";

/** Schema of `service.yaml`, which says what the service may read. Every key is optional, none but these is accepted. */

const path = z.string().trim().min(1).max(1000);

const host = z
  .string()
  .trim()
  .toLowerCase()
  .regex(
    /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,8}\.[a-z]{2,63}(?::\d{1,5})?$/,
    "is no name of a host, with a port or without",
  );

const inFile = { file: path.describe("holds the secret, and nothing else") };
const inVariable = {
  environment: z
    .string()
    .regex(/^[A-Za-z_]\w{0,99}$/, "is no name of a variable")
    .describe("name of the variable that holds the secret"),
};
const secret = z.union([z.strictObject(inFile), z.strictObject(inVariable)]);
const organisation = {
  organisation: organisationSlug.describe("whose what is signed with it is"),
};
const secretOfOne = z.union([
  z.strictObject({ ...inFile, ...organisation }),
  z.strictObject({ ...inVariable, ...organisation }),
]);

export const serviceConfiguration = z.strictObject({
  folders: z
    .array(path)
    .max(1000)
    .default([])
    .describe("folders of this machine; they, and what lies below them, may be watched"),
  hosts: z
    .array(host)
    .max(1000)
    .default([])
    .describe("hosts from which repositories may be fetched, over https and ssh"),
  privateHosts: z.array(host).max(1000).default([]).describe("the same, of a private network"),
  webhooks: z
    .strictObject({
      github: secret.optional().describe("secret that GitHub signs pushes with"),
      gitlab: secret.optional().describe("secret token that GitLab sends with pushes"),
      pagerduty: z
        .array(secretOfOne)
        .max(100)
        .default([])
        .describe("secrets of PagerDuty's webhook subscriptions, each of one organisation"),
    })
    .prefault({}),
});
export type ServiceConfiguration = z.infer<typeof serviceConfiguration>;
