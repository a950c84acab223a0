import type { CallOptions, FoundRecord, Job, JobEvent, ListName } from "./call-types.ts";
import type { RecordOf, Schemas, SectionName, SectionOf } from "./call-types.ts";
import { Client, type ClientOptions } from "./client.ts";
import { sectionOfList } from "./contract.generated.ts";
import { followJob, type FollowOptions } from "./follow-job.ts";

type Signal = Pick<CallOptions, "signal">;

export interface Wanted extends Signal {
  /** Another assessment than the current one. */
  readonly assessment?: string;
}

export interface RecordsWanted extends Wanted {
  /** `field:value`, or `field` alone where it has to be unknown. */
  readonly where?: string[];
  /** A field, with a minus before it for the largest first. */
  readonly order?: string;
}

/** Facts of one call: their ids stand in its address. */
const factsPerCall = 150;

const base = "/api/v1/organisations/{organisation}";

/** A service of Fulcrum. What has no method here is asked by its address: `client.get("/api/v1/…")`. */
export class Fulcrum {
  readonly client: Client;

  constructor(options: ClientOptions) {
    this.client = new Client(options);
  }

  async organisations(options: Signal = {}): Promise<Schemas["Known-Organisation"][]> {
    return (await this.client.get("/api/v1/organisations", options)).organisations;
  }

  organisation(slug: string): Organisation {
    return new Organisation(this.client, slug);
  }

  jobs(query: { organisation?: string; state?: Job["state"] } = {}): AsyncGenerator<Job, void> {
    return this.client.each("/api/v1/jobs", { query });
  }

  job(id: string, options: Signal = {}): Promise<Job> {
    return this.client.get("/api/v1/jobs/{id}", { ...options, params: { id } });
  }

  /** Tries a job once more that has failed for good. */
  retry(id: string, options: CallOptions = {}): Promise<Job> {
    return this.client.post("/api/v1/jobs/{id}/retry", { ...options, params: { id } });
  }

  follow(id: string, options: FollowOptions = {}): AsyncGenerator<JobEvent, void> {
    return followJob(this.client, id, options);
  }
}

/** One organisation of a service. */
export class Organisation {
  private readonly client: Client;
  private readonly params: { readonly organisation: string };

  constructor(client: Client, slug: string) {
    this.client = client;
    this.params = { organisation: slug };
  }

  /** The head of an assessment, its sections and their sizes. */
  outline(wanted: Wanted = {}): Promise<Schemas["Organisation-Outline"]> {
    return this.client.get(base, { params: this.params, ...asked(wanted) });
  }

  async section<Name extends SectionName>(
    section: Name,
    wanted: Wanted = {},
  ): Promise<SectionOf<Name>> {
    const params = { ...this.params, section };
    const found = await this.client.get(`${base}/sections/{section}`, {
      params,
      ...asked(wanted),
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the section that was asked for
    return found as SectionOf<Name>;
  }

  /** Records of a list, page after page; all of one assessment, whatever is put in meanwhile. */
  records<List extends ListName>(
    list: List,
    { where, order, ...wanted }: RecordsWanted = {},
  ): AsyncGenerator<RecordOf<List>, void> {
    const { query, ...rest } = asked(wanted);
    const found = this.client.each(`${base}/sections/{section}/items`, {
      params: { ...this.params, section: sectionOfList[list] },
      query: { ...query, list, ...some("where", where), ...some("order", order) },
      ...rest,
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the list that was asked for
    return found as AsyncGenerator<RecordOf<List>, void>;
  }

  async record<List extends ListName>(
    list: List,
    key: string,
    wanted: Wanted = {},
  ): Promise<FoundRecord<List>> {
    const { query, ...rest } = asked(wanted);
    const found = await this.client.get(`${base}/sections/{section}/items/{key}`, {
      params: { ...this.params, section: sectionOfList[list], key },
      query: { ...query, list },
      ...rest,
    });
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- of the list that was asked for
    return found as FoundRecord<List>;
  }

  /** A record, or a field of it, through the assessments that are kept, the newest first. */
  history(list: ListName, key: string, field?: string) {
    return this.client.each(`${base}/sections/{section}/items/{key}/history`, {
      params: { ...this.params, section: sectionOfList[list], key },
      query: { list, ...some("field", field) },
    });
  }

  /** Facts by their ids; those that are not there are left out. */
  async evidence(ids: readonly string[], wanted: Wanted = {}): Promise<Schemas["Evidence"][]> {
    const found: Schemas["Evidence"][] = [];
    for (let first = 0; first < ids.length; first += factsPerCall) {
      const { query, ...rest } = asked(wanted);
      const part = ids.slice(first, first + factsPerCall);
      const answer = await this.client.get(`${base}/evidence`, {
        params: this.params,
        query: { ...query, ids: part },
        ...rest,
      });
      found.push(...answer.evidence);
    }
    return found;
  }

  /** Things of the current assessment by their names, the likest first; errors of typing are forgiven. */
  async search(q: string, options: Signal = {}): Promise<Schemas["Named-Thing"][]> {
    const found = await this.client.get(`${base}/search`, {
      ...options,
      params: this.params,
      query: { q },
    });
    return found.things;
  }

  /** Assessments that are kept, the newest first. */
  assessments(options: Signal = {}): AsyncGenerator<Schemas["Kept-Assessment"], void> {
    return this.client.each(`${base}/assessments`, { ...options, params: this.params });
  }

  /** Puts a report in, as `fulcrum assess --json` writes it: it becomes the current assessment. */
  addAssessment(
    report: Schemas["Written-Report"],
    options: Signal = {},
  ): Promise<Schemas["Imported-Report"]> {
    const params = this.params;
    return this.client.post(`${base}/assessments`, { ...options, params, body: report });
  }

  watched(options: Signal = {}): Promise<Schemas["Watched"]> {
    return this.client.get(`${base}/repositories`, { ...options, params: this.params });
  }

  watch(place: Schemas["New-Watched"], options: CallOptions = {}) {
    return this.client.post(`${base}/repositories`, {
      ...options,
      params: this.params,
      body: place,
    });
  }

  unwatch(id: string, options: Signal = {}) {
    const params = { ...this.params, id };
    return this.client.delete(`${base}/repositories/{id}`, { ...options, params });
  }

  /** Scans by itself: five fields of cron, in UTC; null: no more. */
  schedule(schedule: string | null, options: Signal = {}): Promise<Schemas["Scheduled"]> {
    const input = { ...options, params: this.params, body: { schedule } };
    return this.client.put(`${base}/schedule`, input);
  }

  /** Asks for a scan of all that is watched: the job that waits already, or a new one. */
  scan(options: CallOptions = {}): Promise<Job> {
    return this.client.post(`${base}/scans`, { ...options, params: this.params });
  }
}

function asked({ assessment, signal }: Wanted) {
  return {
    query: some("assessment", assessment),
    ...(signal === undefined ? {} : { signal }),
  };
}

function some<Name extends string, Value>(name: Name, value: Value | undefined) {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one name, or none
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value };
}
