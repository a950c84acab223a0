/** One of server-sent events; `kind` names it, and all of it is its data. */
interface StreamedEvent {
  readonly id: string;
  readonly kind: string;
}

/** Of so many lists in which nothing happened one is told: connections that say nothing are cut by what stands between. */
const silentLists = 30;

/** Events as they come, until there are no more, or whoever reads has gone. */
export function eventStream(lists: AsyncGenerator<readonly StreamedEvent[]>): Response {
  const encoder = new TextEncoder();
  let silent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      for (;;) {
        const { done, value } = await lists.next();
        if (done === true) return controller.close();
        silent = value.length === 0 ? silent + 1 : 0;
        const text = value.length > 0 ? value.map(textOf).join("") : ": it goes on\n\n";
        if (value.length > 0 || silent % silentLists === 1)
          return controller.enqueue(encoder.encode(text));
      }
    },
    cancel: async () => {
      await lists.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream",
      "Cache-Control": "no-store",
      "X-Accel-Buffering": "no",
    },
  });
}

/** JSON has no line breaks of its own. */
function textOf(event: StreamedEvent): string {
  return `id: ${event.id}\nevent: ${event.kind}\ndata: ${JSON.stringify(event)}\n\n`;
}
