import type { IncomingMessage, ServerResponse } from 'node:http';

/** Pages that may be open at once: one is usual. */
const MOST_STREAMS = 20;
/** Between signs of life. */
const ALIVE_MILLISECONDS = 20_000;

/** Server-sent events (HTML, section 9.2): tells open pages that the preview has changed. */
export class EventStreams {
  readonly #open = new Set<ServerResponse>();
  readonly #alive = setInterval(() => this.#write(':\n\n'), ALIVE_MILLISECONDS).unref();

  open(request: IncomingMessage, response: ServerResponse): void {
    const [oldest] = this.#open;
    if (oldest && this.#open.size >= MOST_STREAMS) {
      this.#open.delete(oldest);
      oldest.end();
    }
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.write('retry: 1000\n\n');
    this.#open.add(response);
    request.once('close', () => this.#open.delete(response));
  }

  tell(version: number): void {
    this.#write(`event: changed\ndata: ${version}\n\n`);
  }

  close(): void {
    clearInterval(this.#alive);
    for (const response of this.#open) response.end();
  }

  #write(text: string): void {
    for (const response of this.#open) response.write(text);
  }
}
