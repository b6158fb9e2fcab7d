import type { TargetRule } from '../rules.ts';

/** Where statements gather until they are handed on: the default output, and the targets. */
export class Output {
  text = '';
  statements = 0;
  readonly #targets = new Map<string, { readonly target: TargetRule; text: string }>();

  add(line: string): void {
    this.text += line;
    this.statements++;
  }

  addTo(target: TargetRule, line: string): void {
    const known = this.#targets.get(target.id);
    if (known) known.text += line;
    else this.#targets.set(target.id, { target, text: line });
    this.statements++;
  }

  /** Hands over what the default output holds. */
  take(): string {
    const { text } = this;
    this.text = '';
    return text;
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
    const { text, statements } = this;
    const held = [...this.#targets.values()].map((entry) => [entry, entry.text] as const);
    return () => {
      this.text = text;
      this.statements = statements;
      for (const entry of this.#targets.values()) entry.text = held.find(([one]) => one === entry)?.[1] ?? '';
    };
  }
}
