import { type Complaint, placeText, RefusedInput } from '../../model/index.ts';
import { realPath } from './paths.ts';
import type { TargetRequest } from './request.ts';
import { createTarget, type Target } from './target.ts';

/** What a mapping says of a target; where it may be written is said by who runs the mapping. */
export type TargetDescription = Omit<TargetRequest, keyof Reach>;

/** Where may be written. */
type Reach = Pick<TargetRequest, 'within' | 'allowOutside' | 'reads'>;

/**
 * The targets of one run, a file each. Descriptions that are effectively equal (RML-Core) are one target.
 * End it with `close` or `discard`.
 */
export class TargetSet {
  readonly #reach: Reach;
  readonly #open = new Map<string, { readonly description: TargetDescription; readonly target: Target }>();

  constructor(reach: Reach) {
    this.#reach = reach;
  }

  /**
   * Makes targets known before data is read: those that cannot be written are refused now, and those that no
   * statement reaches are written empty, as mode `rml:Write` says.
   * @throws RefusedInput with what is wrong with the first of them
   */
  prepare(descriptions: Iterable<TargetDescription>): void {
    for (const description of descriptions) this.#target(description);
  }

  /** @param nquads whole lines of N-Quads, each ended by a line feed */
  async write(description: TargetDescription, nquads: string): Promise<void> {
    await this.#target(description).write(nquads);
  }

  /** Ends every target. Where one fails, those that have no name yet are given up. @returns absolute paths */
  async close(): Promise<readonly string[]> {
    try {
      for (const { target } of this.#open.values()) await target.close();
    } catch (error) {
      await this.discard();
      throw error;
    }
    return [...this.#open.keys()];
  }

  /** Gives every target up that has not been closed. */
  async discard(): Promise<void> {
    await Promise.all([...this.#open.values()].map(({ target }) => target.discard()));
  }

  #target(description: TargetDescription): Target {
    const known = this.#open.get(description.path);
    if (known === undefined) {
      const target = createTarget({ ...description, ...this.#reach });
      this.#refuseOtherName(description);
      this.#open.set(description.path, { description, target });
      return target;
    }
    if (formOf(known.description) !== formOf(description))
      throw new RefusedInput([twoForms(description, known.description)]);
    return known.target;
  }

  /** @throws RefusedInput where a link makes another target's file out of this path */
  #refuseOtherName(description: TargetDescription): void {
    const file = realPath(description.path);
    const other = [...this.#open.values()].find((one) => realPath(one.description.path) === file);
    if (other) throw new RefusedInput([twoNames(description, other.description)]);
  }
}

const formOf = ({ serialization, encoding, compression }: TargetDescription): string =>
  JSON.stringify([serialization, encoding.toLowerCase(), compression]);

const twoNames = (second: TargetDescription, first: TargetDescription): Complaint => ({
  place: second.place,
  found: {
    fr: `La cible « ${second.path} » est, par un lien, le même fichier que « ${first.path} » (${placeText(first.place)}).`,
    en: `The target “${second.path}” is, through a link, the same file as “${first.path}” (${placeText(first.place)}).`,
  },
  remedy: { fr: 'Donnez à chaque cible son propre fichier.', en: 'Give each target a file of its own.' },
});

function twoForms(second: TargetDescription, first: TargetDescription): Complaint {
  const there = placeText(first.place);
  return {
    place: second.place,
    found: {
      fr: `La cible « ${second.path} » est déjà demandée sous une autre forme (${there}).`,
      en: `The target “${second.path}” is already asked for in another form (${there}).`,
    },
    remedy: {
      fr: 'Donnez à chaque cible son propre fichier, ou le même format, encodage et compression.',
      en: 'Give each target a file of its own, or the same serialization, encoding and compression.',
    },
  };
}
