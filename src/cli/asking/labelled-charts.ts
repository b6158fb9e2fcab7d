import { createTerms, type Project } from '../../declarations/index.ts';
import {
  type Bilingual,
  type ChartAnswer,
  type ChartPoint,
  type ResourceIndex,
  same,
  spaced,
  type Terms,
} from '../../model/index.ts';
import type { ChartRow, ReadRows, RowText } from './chart-rows.ts';

/** Who knows what things are called: the index, and for terms of vocabularies the ontologies. */
interface Labels {
  readonly index: Pick<ResourceIndex, 'label'>;
  /** Read when they are first asked for. */
  readonly terms: () => Promise<Terms>;
}

/**
 * Rows with their names in both languages, so that a chart of a kept release can be read when its index is gone. What the
 * index and the ontologies do not know is called as the query calls it.
 */
export async function labelledCharts(
  charts: Readonly<Record<string, ReadRows>>,
  index: Pick<ResourceIndex, 'label'>,
  { ontologies }: Pick<Project, 'ontologies'>,
): Promise<Readonly<Record<string, ChartAnswer>>> {
  let read: Promise<Terms> | undefined;
  const terms = (): Promise<Terms> => {
    read ??= createTerms(ontologies);
    return read;
  };
  const labelled: Record<string, ChartAnswer> = {};
  for (const [name, rows] of Object.entries(charts))
    labelled[name] =
      rows.kind === 'rows' ? { kind: 'answered', points: await pointsOf(rows.rows, { index, terms }) } : rows;
  return labelled;
}

async function pointsOf(rows: readonly ChartRow[], labels: Labels): Promise<readonly ChartPoint[]> {
  const points: ChartPoint[] = [];
  for (const { of, named, series, value } of rows)
    points.push({
      name: await textOf(of, labels, named),
      ...('iri' in of && { iri: of.iri }),
      ...(series && { series: await textOf(series, labels) }),
      value,
    });
  return points;
}

/** @param named what the query calls it */
async function textOf(of: RowText, { index, terms }: Labels, named?: string): Promise<Bilingual> {
  if ('text' in of) return same(of.text);
  const { iri } = of;
  const [fr, en] = [index.label(iri, 'fr'), index.label(iri, 'en')];
  if (fr !== undefined && en !== undefined) return { fr, en };
  if (named !== undefined) return same(named);
  const label = (await terms()).find(iri)?.label;
  return label ? { fr: spaced(label.fr, 'fr'), en: label.en } : same(/[^/#]*$/.exec(iri)?.[0] || iri);
}
