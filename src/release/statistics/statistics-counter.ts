import { type DatasetStatistics, thingSpace } from '../../model/index.ts';
import { rdf } from '../../rdf/index.ts';
import { statementsOf } from '../publish/read-subject.ts';
import type { Subject, SubjectSink } from '../publish/subject-sink.ts';
import { Examples } from './examples.ts';
import { createLinkTargets } from './link-target.ts';
import { PlaceCount } from './place-count.ts';
import { Tally } from './tally.ts';

/** Rows of each kind that a release lists; the rest is summed up in `beyond`. */
const MOST_LISTED = { classes: 1000, properties: 1000, linksets: 100 };

/** The dataset whose dump is counted. */
export interface CountedDataset {
  /** Base IRI, ending in `/`. */
  readonly base: string;
  readonly slug: string;
}

/**
 * Counts what VoID tells of a dataset (https://www.w3.org/TR/void/) while its sorted dump is read: what
 * `queries/statistics` asks. Memory grows with the kinds of statement, up to a bound, and not with the statements.
 */
export class StatisticsCounter implements SubjectSink {
  readonly #target: (iri: string) => string | undefined;
  readonly #examples: Examples;
  readonly #places = new PlaceCount();
  readonly #classes = new Tally();
  readonly #properties = new Tally();
  readonly #links = new Tally();
  #subjects = 0;

  constructor(dataset: CountedDataset) {
    this.#target = createLinkTargets(dataset);
    this.#examples = new Examples(thingSpace(dataset.base, dataset.slug));
  }

  take(subjects: readonly Subject[]): void {
    for (const subject of subjects) this.#see(subject);
  }

  statistics(): DatasetStatistics {
    const classes = this.#classes.largest(MOST_LISTED.classes);
    const properties = this.#properties.largest(MOST_LISTED.properties);
    const linksets = this.#links.largest(MOST_LISTED.linksets);
    return {
      subjects: this.#subjects,
      places: this.#places.count,
      classes: classes.kinds.map(([iri, counted]) => ({ iri, ...counted })),
      properties: properties.kinds.map(([iri, counted]) => ({ iri, ...counted })),
      linksets: linksets.kinds.map(([kind, { count }]) => {
        const [property = '', target = ''] = kind.split(' ');
        return { property, target, count };
      }),
      beyond: { classes: classes.beyond, properties: properties.beyond, linksets: linksets.beyond },
      examples: this.#examples.found,
    };
  }

  #see(subject: Subject): void {
    const { iri, lines } = subject;
    this.#subjects += 1;
    let before = '';
    for (const { predicate, object } of statementsOf(subject)) {
      this.#properties.add(predicate, predicate !== before);
      before = predicate;
      if (object.startsWith('<')) this.#seeLink(predicate, object.slice(1, -1));
      else this.#places.see(predicate, object);
    }
    this.#places.end(iri);
    this.#examples.see(iri, lines.length);
  }

  #seeLink(property: string, object: string): void {
    // A type is no link between datasets: VoID has class partitions for it.
    const target = property === rdf.type ? undefined : this.#target(object);
    if (property === rdf.type) this.#classes.add(object, true);
    else if (target !== undefined) this.#links.add(`${property} ${target}`, true);
  }
}
