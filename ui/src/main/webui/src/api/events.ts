/** One stream of the server's news; it opens with the first listener and closes with the last. */
type Handler = (data: unknown) => void;

interface Stream {
  source: EventSource;
  listeners: Set<{ event: string; handler: Handler }>;
}

const streams = new Map<string, Stream>();

/**
 * Listens for one kind of event (`tasks`, `record`), optionally about what is watched (`app/table/id`).
 * The browser reconnects by itself; the server tells the state anew on each connection, so nothing is missed.
 */
export function listen(event: string, handler: Handler, watch?: string): () => void {
  const address = watch ? `/api/events?watch=${encodeURIComponent(watch)}` : '/api/events';
  const stream = streams.get(address) ?? open(address);
  const entry = { event, handler };
  stream.listeners.add(entry);
  const relay = (message: MessageEvent<string>) => handler(JSON.parse(message.data));
  stream.source.addEventListener(event, relay);
  return () => {
    stream.source.removeEventListener(event, relay);
    stream.listeners.delete(entry);
    if (stream.listeners.size === 0) {
      stream.source.close();
      streams.delete(address);
    }
  };
}

function open(address: string): Stream {
  const stream: Stream = { source: new EventSource(address), listeners: new Set() };
  streams.set(address, stream);
  return stream;
}
