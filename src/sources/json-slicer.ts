import { BEGINS_VALUE, closing, type Frame, fits, keyEnd, selects } from './json-frame.ts';
import { assertJson, JsonFault, type JsonItem } from './json-item.ts';
import type { Step } from './json-path.ts';
import { JsonValueScan, TooDeep } from './json-value-scan.ts';
import type { TextPlaces } from './text-places.ts';

/** No item is longer, in UTF-16 units: a record that long is not one, and it would stand whole in memory. */
const MAX_ITEM = 64 * 1024 * 1024;
const MAX_KEY = 1024 * 1024;

type State = 'value' | 'first' | 'key' | 'colon' | 'after';

/**
 * Walks plain steps through a document that comes in pieces, and cuts out each value they lead to. Nothing else of
 * the document is kept. Several documents may follow each other (NDJSON): the steps are walked in each.
 */
export class JsonSlicer {
  readonly #places: TextPlaces;
  readonly #scan = new JsonValueScan();
  readonly #frames: Frame[] = [];
  #steps: readonly Step[] | undefined;
  #state: State = 'value';
  #rest = '';
  #restAscii = true;
  #isScanning = false;
  #isItem = false;
  #collects = false;
  #parts: string[] = [];
  #length = 0;
  #line = 0;
  #offset = 0;
  #items: JsonItem[] = [];
  /** Whether all but the last step were ever walked to the end: there was a place where items could stand. */
  reached = false;
  #documents = 0;

  /** Without steps: the items of an array, or the document itself where it is none. */
  constructor(steps: readonly Step[] | undefined, places: TextPlaces) {
    this.#steps = steps;
    this.#places = places;
  }

  push(text: string, ascii = false): JsonItem[] {
    const whole = this.#rest + text;
    const narrow = this.#restAscii && ascii;
    this.#places.piece(whole, narrow);
    const end = this.#walk(whole);
    this.#places.moveTo(end);
    this.#rest = whole.slice(end);
    this.#restAscii = narrow || this.#rest === '';
    if (this.#rest.length > MAX_KEY) throw new JsonFault('too-long', this.#places.line);
    return this.#taken();
  }

  end(): JsonItem[] {
    this.#places.piece(this.#rest, false);
    this.#places.moveTo(this.#rest.length);
    if (this.#isScanning && this.#scan.isScalar) this.#finish('');
    const isWhole =
      this.#frames.length === 0 && !this.#isScanning && this.#rest === '' && this.#documents > 0;
    if (!isWhole) throw new JsonFault('cut', this.#places.line);
    return this.#taken();
  }

  #taken(): JsonItem[] {
    const items = this.#items;
    this.#items = [];
    return items;
  }

  /** Walks as far as the text is understood; what follows waits for more. */
  #walk(text: string): number {
    let at = 0;
    while (at < text.length) {
      if (this.#isScanning) {
        at = this.#scanValue(text, at);
        continue;
      }
      const code = text.charCodeAt(at);
      if (code === 32 || code === 10 || code === 13 || code === 9) {
        at++;
        continue;
      }
      const next = this.#token(text, at, code);
      if (next < 0) return at;
      at = next;
    }
    return at;
  }

  /** Takes one token and gives the offset after it, or -1 where it is not whole yet. */
  #token(text: string, at: number, code: number): number {
    const frame = this.#frames.at(-1);
    if (frame === undefined || this.#state === 'value') return this.#value(text, at, code);
    if (this.#state === 'first') {
      if (code === closing(frame)) return this.#close(at);
      this.#state = frame.isArray ? 'value' : 'key';
      return at;
    }
    if (this.#state === 'key') return this.#key(text, at, code, frame);
    if (this.#state === 'colon') {
      if (code !== 58) throw this.#fault('not-json', at);
      this.#state = 'value';
      return at + 1;
    }
    if (code === closing(frame)) return this.#close(at);
    if (code !== 44) throw this.#fault('not-json', at);
    frame.index++;
    this.#state = frame.isArray ? 'value' : 'key';
    return at + 1;
  }

  #close(at: number): number {
    this.#frames.pop();
    this.#valueDone();
    return at + 1;
  }

  #valueDone(): void {
    if (this.#frames.length === 0) this.#documents++;
    this.#state = this.#frames.length === 0 ? 'value' : 'after';
  }

  #key(text: string, at: number, code: number, frame: Frame): number {
    if (code !== 34) throw this.#fault('not-json', at);
    const end = keyEnd(text, at);
    if (end < 0) return -1;
    const { step } = frame;
    frame.selected = step.kind === 'all';
    if (step.kind === 'name') {
      frame.selected = this.#keyText(text, at, end) === step.name;
      if (frame.selected && frame.found) throw this.#fault('twice', at, step.name);
      frame.found ||= frame.selected;
    }
    this.#state = 'colon';
    return end;
  }

  #keyText(text: string, at: number, end: number): string {
    const slice = text.slice(at + 1, end - 1);
    if (!slice.includes('\\')) return slice;
    try {
      return String(JSON.parse(text.slice(at, end)));
    } catch {
      throw this.#fault('not-json', at);
    }
  }

  /** A value begins: it is walked into, cut out, or skipped. */
  #value(text: string, at: number, code: number): number {
    if (!BEGINS_VALUE.has(code)) throw this.#fault('not-json', at);
    this.#steps ??= code === 91 ? [{ kind: 'all' }] : [];
    const depth = this.#frames.length;
    const frame = this.#frames[depth - 1];
    if (frame?.isArray) frame.selected = selects(frame);
    const selected = frame === undefined || frame.selected;
    const step = this.#steps[depth];
    if (selected && step !== undefined && (code === 91 || code === 123) && fits(step, code === 91)) {
      this.reached ||= depth + 1 === this.#steps.length && step.kind !== 'name';
      this.#frames.push({ isArray: code === 91, step, index: 0, selected: false, found: false });
      this.#state = 'first';
      return at + 1;
    }
    this.#begin(at, code);
    this.#isItem = selected && step === undefined;
    // A scalar outside everything may be anything at all: it is looked at even where it is no item.
    this.#collects = this.#isItem || (depth === 0 && this.#scan.isScalar);
    return this.#scanValue(text, at);
  }

  #begin(at: number, code: number): void {
    this.#isScanning = true;
    this.#scan.begin(code);
    this.#places.moveTo(at);
    this.#line = this.#places.line;
    this.#offset = this.#places.offset;
    this.#length = 0;
  }

  #scanValue(text: string, at: number): number {
    const end = this.#advance(text, at);
    if (end >= 0) {
      this.#finish(this.#collects ? text.slice(at, end) : '');
      return end;
    }
    this.#length += text.length - at;
    if (this.#collects) {
      this.#parts.push(text.slice(at));
      if (this.#length > MAX_ITEM) throw new JsonFault('too-long', this.#line);
    }
    return text.length;
  }

  #advance(text: string, at: number): number {
    try {
      return this.#scan.advance(text, at);
    } catch (error) {
      if (!(error instanceof TooDeep)) throw error;
      throw new JsonFault('too-deep', this.#line);
    }
  }

  #finish(lastPart: string): void {
    this.#isScanning = false;
    if (this.#collects) {
      const text = this.#parts.length === 0 ? lastPart : this.#parts.join('') + lastPart;
      this.#parts = [];
      const item = { text, line: this.#line, offset: this.#offset, hasLongNumber: this.#scan.hasLongNumber };
      if (this.#isItem) this.#items.push(item);
      else assertJson(item);
    }
    this.#valueDone();
  }

  #fault(reason: JsonFault['reason'], at: number, member?: string): JsonFault {
    this.#places.moveTo(at);
    return new JsonFault(reason, this.#places.line, member);
  }
}
