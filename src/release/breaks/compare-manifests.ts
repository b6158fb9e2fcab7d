import type {
  DatasetStatistics,
  Partition,
  ReleasedDataset,
  ReleaseFile,
  ReleaseManifest,
} from '../../model/index.ts';
import type { Breaks, Jump, TermChange } from './breaks.ts';

/** A change beyond this share of what was before is told. */
const SHARE = 0.25;

/** Datasets of two releases by slug. */
interface DatasetPair {
  readonly before: ReleasedDataset;
  readonly after: ReleasedDataset;
}

/** What two manifests tell by themselves: datasets, terms, figures that jump, dumps that are gone. */
export function compareManifests(
  before: ReleaseManifest,
  after: ReleaseManifest,
): Pick<Breaks, 'datasets' | 'terms' | 'jumps' | 'dumps'> {
  const old = new Map(before.datasets.map((one) => [one.slug, one]));
  const now = new Map(after.datasets.map((one) => [one.slug, one]));
  const pairs = after.datasets.flatMap((one): readonly DatasetPair[] => {
    const other = old.get(one.slug);
    return other ? [{ before: other, after: one }] : [];
  });
  const paths = new Set(dumpsOf(after));
  return {
    datasets: {
      added: [...now.keys()].filter((slug) => !old.has(slug)),
      removed: [...old.keys()].filter((slug) => !now.has(slug)),
    },
    terms: pairs.flatMap(termChanges),
    jumps: pairs.flatMap(jumps),
    dumps: dumpsOf(before).filter((path) => !paths.has(path)),
  };
}

function dumpsOf({ datasets, dumps = [] }: ReleaseManifest): readonly string[] {
  const own = datasets.flatMap(({ dump, dumps }): readonly ReleaseFile[] => dumps ?? [dump]);
  return [...own, ...dumps].map(({ path }) => path);
}

/** Nothing where one of the releases has not counted its terms. */
function termChanges({ before, after }: DatasetPair): readonly TermChange[] {
  const [old, now] = [before.statistics, after.statistics];
  if (!old || !now) return [];
  const { slug } = after;
  return KINDS.flatMap(([kind, partsOf]) => [
    ...onlyIn(partsOf(old), partsOf(now)).map((one) => termChange(one, { slug, kind, change: 'vanishes' })),
    ...onlyIn(partsOf(now), partsOf(old)).map((one) => termChange(one, { slug, kind, change: 'appears' })),
  ]);
}

const KINDS = [
  ['class', ({ classes }: DatasetStatistics) => classes],
  ['property', ({ properties }: DatasetStatistics) => properties],
] as const;

function onlyIn(some: readonly Partition[], others: readonly Partition[]): readonly Partition[] {
  const known = new Set(others.map(({ iri }) => iri));
  return some.filter(({ iri }) => !known.has(iri));
}

const termChange = (
  { iri, count }: Partition,
  what: Pick<TermChange, 'slug' | 'kind' | 'change'>,
): TermChange => ({ ...what, iri, count });

function jumps({ before, after }: DatasetPair): readonly Jump[] {
  return FIGURES.flatMap(([figure, of]) => {
    const [old, now] = [of(before), of(after)];
    if (Math.abs(now - old) <= SHARE * old) return [];
    return [{ slug: after.slug, figure, before: old, after: now }];
  });
}

const FIGURES = [
  ['things', ({ things }: ReleasedDataset) => things],
  ['statements', ({ statements }: ReleasedDataset) => statements],
  ['bytes', ({ dump }: ReleasedDataset) => dump.bytes],
] as const;
