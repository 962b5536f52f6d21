import { decodeFrame, type Frame } from './frame';
import type { ServerMessage } from './messages';

/** Silent: it is there, but nobody answers at its other end. */
export type Connection = 'connecting' | 'open' | 'silent' | 'closed';

export interface SocketEvents {
  /** What to say first, after each connection. */
  greeting(): object;
  message(message: ServerMessage): void;
  frame(frame: Frame): void;
  connection(state: Connection): void;
  /** Something arrived that is not understood. */
  fault(reason: string): void;
}

/** The part of WebSocket that is used, so that tests can stand in for it. */
export interface Wire {
  binaryType: string;
  readyState: number;
  onopen: (() => void) | null;
  onclose: (() => void) | null;
  onmessage: ((event: { data: unknown }) => void) | null;
  send(data: string): void;
  close(): void;
}

interface Waiting {
  resolve(result: unknown): void;
  reject(error: Error): void;
}

const shortestWait = 250;
const longestWait = 4000;
// A process that was stopped and a tunnel that was cut close no socket: who says nothing for a while is asked, and given up in the end. Milliseconds.
const lookEvery = 1000;
const quiet = 3000;
const answerTime = 3000;
const lostAfter = 20_000;

/** One socket to the server that connects again by itself, and the answers to commands as promises. */
export class StudioSocket {
  #wire: Wire | null = null;
  #wait = shortestWait;
  #lastId = 0;
  #waiting = new Map<number, Waiting>();
  #isClosed = false;
  #heard = 0;
  #asked = 0;
  #isSilent = false;
  readonly #looking = setInterval(() => this.#look(), lookEvery);

  constructor(
    private readonly open: () => Wire,
    private readonly events: SocketEvents,
  ) {
    this.#connect();
  }

  /** Sends a message; one that is sent while there is no connection is dropped, because the greeting begins anew. */
  send(message: object): boolean {
    if (this.#wire?.readyState !== 1) return false;
    this.#wire.send(JSON.stringify(message));
    return true;
  }

  /** Sends a command and waits for its answer. */
  command(name: string, args: object = {}): Promise<unknown> {
    return this.request({ type: 'command', name, args });
  }

  /** Sends a message with an id of its own and waits for the answer of the same id. */
  request(message: object): Promise<unknown> {
    const id = ++this.#lastId;
    return new Promise((resolve, reject) => {
      if (!this.send({ ...message, id })) reject(new Error('Not connected.'));
      else this.#waiting.set(id, { resolve, reject });
    });
  }

  close(): void {
    this.#isClosed = true;
    clearInterval(this.#looking);
    this.#wire?.close();
  }

  #connect() {
    this.events.connection('connecting');
    const wire = this.open();
    this.#wire = wire;
    wire.binaryType = 'arraybuffer';
    wire.onopen = () => {
      this.#wait = shortestWait;
      this.#hear();
      wire.send(JSON.stringify(this.events.greeting()));
      this.events.connection('open');
    };
    wire.onmessage = event => {
      this.#hear();
      this.#receive(event.data);
    };
    wire.onclose = () => {
      [this.#asked, this.#isSilent] = [0, false];
      for (const { reject } of this.#waiting.values()) reject(new Error('The connection was lost before the answer.'));
      this.#waiting.clear();
      this.events.connection('closed');
      if (this.#isClosed) return;
      setTimeout(() => this.#connect(), this.#wait);
      this.#wait = Math.min(2 * this.#wait, longestWait);
    };
  }

  #hear() {
    this.#heard = Date.now();
    this.#asked = 0;
    if (!this.#isSilent) return;
    this.#isSilent = false;
    this.events.connection('open');
  }

  #look() {
    const wire = this.#wire;
    const now = Date.now();
    if (wire?.readyState !== 1 || now - this.#heard < quiet) return;
    if (this.#asked === 0) {
      this.#asked = now;
      this.send({ type: 'ping' });
    } else if (now - this.#asked >= lostAfter) {
      // Its own close would wait for an answer, too.
      const lost = wire.onclose!;
      [wire.onclose, wire.onmessage] = [null, null];
      wire.close();
      lost();
    } else if (!this.#isSilent && now - this.#asked >= answerTime) {
      this.#isSilent = true;
      this.events.connection('silent');
    }
  }

  #receive(data: unknown) {
    try {
      if (typeof data !== 'string') {
        this.events.frame(decodeFrame(data as ArrayBuffer));
        return;
      }
      const message = JSON.parse(data) as ServerMessage;
      if (message.type === 'done') this.#take(message.id)?.resolve(message.result);
      else if (message.type === 'series') this.#take(message.id)?.resolve(message);
      else if (message.type === 'error') this.#take(message.id)?.reject(new Error(message.message));
      else this.events.message(message);
    } catch (error) {
      this.events.fault(error instanceof Error ? error.message : String(error));
    }
  }

  #take(id: number): Waiting | undefined {
    const waiting = this.#waiting.get(id);
    this.#waiting.delete(id);
    return waiting;
  }
}
