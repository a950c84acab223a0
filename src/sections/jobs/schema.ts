import { z } from "zod";
import { count, fraction, instant, keepers, slug } from "#contract/primitives.ts";
import { jobSources } from "#vocabulary/adoption.ts";

const jobSolution = z
  .object({
    package: z
      .string()
      .describe("purl that names the solution; id of the capability where it has none"),
    packages: z.array(z.string()).describe("its packages in use"),
    capabilityId: z.string().nullable().describe("null: it is not the organisation's own"),
    reason: z.string().nullable().describe("why it does the job; null: as configured"),
    share: fraction.nullable().describe("of the keepers, each counting once; null: no known team"),
    componentIds: z.array(z.string()),
    ownerIds: z.array(z.string()),
    evidenceIds: z.array(z.string()),
  })
  .meta({ id: "JobSolution" });

/** One job in one ecosystem, at as-of; definitions in docs/insights/jobs.md. */
export const job = z
  .object({
    id: z.string().startsWith("job:"),
    slug,
    job: z.string(),
    title: z.string(),
    definition: z.string(),
    source: z.enum(jobSources),
    ecosystem: z
      .string()
      .describe("type of the purls: gem, npm …; service where nothing is installed"),
    solutions: z.array(jobSolution).describe("largest share first"),
    ownersCount: count.describe("known teams"),
    keepersNow: keepers.describe("whom the shares count, each once"),
    effectiveNumber: z.number().min(1).nullable().describe("exp(Shannon entropy) of the shares"),
    isFragmented: z.boolean().nullable(),
    trend: z
      .array(
        z.object({
          date: instant,
          effectiveNumber: z.number().min(1).nullable(),
          ownersCount: count.describe("known teams"),
          keepersCount: count,
          shares: z.array(z.object({ package: z.string(), share: fraction })),
        }),
      )
      .describe("quarter-ends and as-of"),
    platformAnswerIds: z.array(z.string()).describe("capabilities that do the job, used or not"),
  })
  .meta({ id: "Job" });
export type ReportJob = z.infer<typeof job>;

/** Two packages seldom together, in like company: inferred, and in no job unless somebody puts them there. */
export const jobProposal = z
  .object({
    ecosystem: z.string(),
    kind: z.string().describe("kind of component in which they were compared; empty: not known"),
    packages: z.tuple([z.string(), z.string()]),
    jobs: z.tuple([z.string().nullable(), z.string().nullable()]).describe("null: in no job"),
    componentCounts: z.tuple([count, count]),
    togetherCount: count,
    expectedTogether: z.number().min(0),
    companyShare: fraction.describe("cosine of the packages used beside each"),
    pValue: fraction.describe("Fisher's exact test, adjusted after Benjamini and Hochberg"),
    how: z.literal("inferred"),
  })
  .meta({ id: "JobProposal" });
export type ReportJobProposal = z.infer<typeof jobProposal>;
