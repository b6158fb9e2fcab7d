import type { TargetRule } from '../rules.ts';
import { type Spelling, Utf8Text } from './utf8-text.ts';

/** Text is handed on in pieces of about this many bytes. */
export const CHUNK = 512 * 1024;
/** What a record usually adds past them. */
const CAPACITY = CHUNK + 64 * 1024;

/** Where statements gather until they are handed on: the default output, and the targets. */
export class Output {
  statements = 0;
  readonly #text = new Utf8Text(CAPACITY);
  readonly #targets = new Map<string, { readonly target: TargetRule; text: string }>();
  /** What the next lines are about. */
  readonly #subject = new Utf8Text(256);

  /** Bytes of the default output that wait to be taken. */
  get size(): number {
    return this.#text.length;
  }

  /** The next lines are about this subject: `open`, a value, `close`. */
  begin(open: Uint8Array, value: string, spelling: Spelling, close: Uint8Array): void {
    const subject = this.#subject;
    subject.length = 0;
    subject.add(open);
    subject.spell(value, spelling);
    subject.add(close);
  }

  /** The subject at hand: `<iri>` or `_:label`. */
  get subject(): string {
    return this.#subject.toString();
  }

  /** Writes a line about the subject at hand: what stands before the value, the value, what ends the line. */
  line(before: Uint8Array, value: string, spelling: Spelling, after: Uint8Array): void {
    const text = this.#text;
    text.append(this.#subject);
    text.add(before);
    if (value !== '') text.spell(value, spelling);
    text.add(after);
    this.statements++;
  }

  /** Writes a whole line. */
  add(line: string): void {
    this.#text.spell(line, 'text');
    this.statements++;
  }

  addTo(target: TargetRule, line: string): void {
    const known = this.#targets.get(target.id);
    if (known) known.text += line;
    else this.#targets.set(target.id, { target, text: line });
    this.statements++;
  }

  /** Hands over what the default output holds. */
  take(): Uint8Array {
    return this.#text.take(CAPACITY);
  }

  /** Hands over what the targets hold, at least `atLeast` characters each. */
  *takeTargets(atLeast: number): Generator<{ readonly target: TargetRule; readonly text: string }> {
    for (const entry of this.#targets.values()) {
      if (entry.text.length < atLeast || entry.text === '') continue;
      const { text } = entry;
      entry.text = '';
      yield { target: entry.target, text };
    }
  }

  /** What is held now, to come back to. */
  mark(): () => void {
    const { length } = this.#text;
    const { statements } = this;
    const held = [...this.#targets.values()].map((entry) => [entry, entry.text] as const);
    return () => {
      this.#text.length = length;
      this.statements = statements;
      for (const entry of this.#targets.values()) entry.text = held.find(([one]) => one === entry)?.[1] ?? '';
    };
  }
}
