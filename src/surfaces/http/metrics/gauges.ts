import type { ServiceContext } from "../service-context.ts";
import type { Gauge } from "./metrics.ts";

/** How the service is at this moment. */
export async function gaugesOf({ database, version }: ServiceContext): Promise<readonly Gauge[]> {
  const { rss, heapUsed } = process.memoryUsage();
  const state = await database.state().catch(() => null);
  return [
    {
      name: "fulcrum_info",
      help: "The version that runs.",
      samples: [{ labels: { version }, value: 1 }],
    },
    {
      name: "fulcrum_database_up",
      help: "1 where the database answers.",
      samples: [{ value: state === null ? 0 : 1 }],
    },
    ...(state === null
      ? []
      : [
          {
            name: "fulcrum_database_size_bytes",
            help: "Of the whole database.",
            samples: [{ value: state.bytes }],
          },
        ]),
    {
      name: "fulcrum_database_connections",
      help: "Connections of this process, by what they do.",
      samples: Object.entries(database.connections()).map(([doing, value]) => ({
        labels: { state: doing },
        value,
      })),
    },
    {
      name: "fulcrum_process_resident_memory_bytes",
      help: "Memory of the process.",
      samples: [{ value: rss }],
    },
    {
      name: "fulcrum_process_heap_used_bytes",
      help: "Of it, what the program holds.",
      samples: [{ value: heapUsed }],
    },
  ];
}
