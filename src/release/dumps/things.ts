import { withoutFragment } from '../../model/index.ts';
import type { Subject } from '../publish/subject-sink.ts';

/** A thing with the hash IRIs of its document. */
export interface Thing<S extends { readonly iri: string } = Subject> {
  readonly iri: string;
  /** Its parts in order, then itself; itself is absent where only its parts are described. */
  readonly subjects: readonly S[];
}

/**
 * Groups subjects, in the order of a dump, by the thing that they belong to. `<x#a>` stands before `<x>` with others
 * between, all of which begin with `x`: so those that are waited for are beginnings of the present subject, and few.
 */
export class ThingGrouper<S extends { readonly iri: string } = Subject> {
  /** Those that are waited for, the next to end last. */
  readonly #open: { readonly iri: string; readonly subjects: S[] }[] = [];

  /** @returns the things that no further subject belongs to, in the order of `<iri>` */
  take(subjects: readonly S[]): readonly Thing<S>[] {
    const done: Thing<S>[] = [];
    for (const subject of subjects) {
      const iri = withoutFragment(subject.iri);
      done.push(...this.#endedBefore(subject.iri));
      const open = this.#open.at(-1);
      if (open?.iri === iri) open.subjects.push(subject);
      else if (iri === subject.iri) done.push({ iri, subjects: [subject] });
      else this.#open.push({ iri, subjects: [subject] });
    }
    return done;
  }

  /** Those that are left. */
  end(): readonly Thing<S>[] {
    return this.#open.splice(0).reverse();
  }

  #endedBefore(subject: string): readonly Thing<S>[] {
    if (this.#open.length === 0) return [];
    const ended: Thing<S>[] = [];
    for (let open = this.#open.at(-1); open && `${open.iri}>` < `${subject}>`; open = this.#open.at(-1)) {
      ended.push(open);
      this.#open.pop();
    }
    return ended;
  }
}
