import { type Bilingual, Fault, type Release, type ReleaseInput } from '../model/index.ts';
import type { CheckedDataset } from './check.ts';
import type { PublishedDataset } from './dataset/dataset-to-build.ts';
import { codeFingerprint, datasetFingerprint, inputsOf, judgingFingerprint } from './fingerprint.ts';
import { looksBeyond } from './judging/judge-together.ts';
import { assertIntact } from './kept/verify-release.ts';
import type { BuildOptions } from './outcome.ts';
import { currentRelease } from './releases.ts';
import { sha256OfText } from './written-file.ts';

/** A dataset to build, or to take over from the release before. */
export interface Planned {
  readonly checked: CheckedDataset;
  readonly inputs: readonly ReleaseInput[];
  readonly fingerprint: string;
  readonly judgedBy: string;
  /** The dataset in the release before. */
  readonly before?: PublishedDataset;
  /** Whether its files are taken over as they are. */
  readonly isReused: boolean;
}

/**
 * The release to reuse files of, and to compare with. One that is damaged, if only by a byte, is as good as none for a build
 * that is forced: that is told.
 */
export async function previousRelease(options: BuildOptions): Promise<Release | undefined> {
  const { releases, force = false, project, progress } = options;
  try {
    const release = await currentRelease(releases);
    if (release === undefined) return undefined;
    if (release.manifest.base !== project.base) {
      progress?.({ kind: 'not-compared', reason: otherBase(release.manifest.base, project.base) });
      return undefined;
    }
    if (force) await assertIntact(release);
    return release;
  } catch (error) {
    if (!force || !(error instanceof Fault)) throw error;
    progress?.({ kind: 'not-compared', reason: error.explanation });
    return undefined;
  }
}

const otherBase = (before: string, now: string): Bilingual => ({
  fr: `La version publiée a pour base ${before}, celle-ci ${now} : les adresses d’avant ne répondront plus ici.`,
  en: `The release has the base ${before}, this one ${now}: the addresses of before will not answer here any more.`,
});

/** Decides which datasets have to be made: those of which something has changed that their files depend on. */
export async function planBuild(
  options: BuildOptions,
  datasets: readonly CheckedDataset[],
  previous: Release | undefined,
): Promise<readonly Planned[]> {
  const { only = [], force = false } = options;
  const prints = await fingerprintsOf(options, datasets);
  return prints.map((one) => {
    const { slug, source } = one.checked.dataset;
    const published = previous?.manifest.datasets.find((dataset) => dataset.slug === slug);
    const left = only.length > 0 && !only.includes(slug);
    const before = published?.inputs.at(-1)?.path;
    if (before !== undefined && before !== source.shown && !left)
      options.progress?.({ kind: 'source-changed', slug, before, now: source.shown });
    const isSame = published?.fingerprint === one.fingerprint && !force;
    if (!previous || !published) return { ...one, isReused: false };
    return { ...one, before: { folder: previous.folder, released: published }, isReused: isSame || left };
  });
}

type Fingerprinted = Omit<Planned, 'before' | 'isReused'>;

async function fingerprintsOf(
  { project }: BuildOptions,
  datasets: readonly CheckedDataset[],
): Promise<readonly Fingerprinted[]> {
  const code = await codeFingerprint();
  const ontologies = sha256OfText(project.ontologies.map(({ text }) => text).join('\n'));
  const known = new Map<string, string>();
  const own: Fingerprinted[] = [];
  for (const checked of datasets) {
    const { dataset } = checked;
    const inputs = await inputsOf(dataset, project.root);
    const vocabularies = dataset.vocabularies.map((slug) => known.get(slug) ?? '');
    const fingerprint = datasetFingerprint({ base: project.base, code, ontologies, inputs, vocabularies });
    known.set(dataset.slug, fingerprint);
    const judgedBy = await judgingFingerprint({
      base: project.base,
      code,
      ontologies,
      shapes: dataset.shapes,
    });
    own.push({ checked, inputs, fingerprint, judgedBy });
  }
  const everything = sha256OfText([...known.values()].join('\n'));
  return own.map((one) => (looksBeyond(one.checked.shapes) ? besideOthers(one, everything) : one));
}

/** What shapes say of such a dataset may change with any other. */
const besideOthers = (one: Fingerprinted, everything: string): Fingerprinted => ({
  ...one,
  fingerprint: sha256OfText(`${one.fingerprint}\n${everything}`),
});
