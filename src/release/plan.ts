import { Fault, type Release, type ReleasedDataset, type ReleaseInput } from '../model/index.ts';
import type { CheckedDataset } from './check.ts';
import { codeFingerprint, datasetFingerprint, inputsOf } from './fingerprint.ts';
import { looksBeyond } from './judge-together.ts';
import type { BuildOptions } from './outcome.ts';
import { currentRelease } from './releases.ts';
import { sha256OfText } from './written-file.ts';

/** A dataset to build, or to take over from the release before. */
export interface Planned {
  readonly checked: CheckedDataset;
  readonly inputs: readonly ReleaseInput[];
  readonly fingerprint: string;
  readonly reused?: ReleasedDataset;
}

/** The release to reuse files of: one that is damaged is as good as none for a build that is forced. */
export async function previousRelease({
  releases,
  force,
  project,
}: BuildOptions): Promise<Release | undefined> {
  const release = await currentRelease(releases).catch((error: unknown) => {
    if (force && error instanceof Fault) return undefined;
    throw error;
  });
  return release?.manifest.base === project.base ? release : undefined;
}

/** Decides which datasets have to be made: those of which something has changed that their files depend on. */
export async function planBuild(
  options: BuildOptions,
  datasets: readonly CheckedDataset[],
  previous: Release | undefined,
): Promise<readonly Planned[]> {
  const { only = [], force = false } = options;
  const prints = await fingerprintsOf(options, datasets);
  return prints.map(({ checked, inputs, fingerprint }) => {
    const { slug, source } = checked.dataset;
    const published = previous?.manifest.datasets.find((one) => one.slug === slug);
    const left = only.length > 0 && !only.includes(slug);
    const before = published?.inputs.at(-1)?.path;
    if (before !== undefined && before !== source.shown && !left)
      options.progress?.({ kind: 'source-changed', slug, before, now: source.shown });
    const same = published?.fingerprint === fingerprint && !force;
    return { checked, inputs, fingerprint, ...(published && (same || left) ? { reused: published } : {}) };
  });
}

type Fingerprinted = Omit<Planned, 'reused'>;

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
    own.push({ checked, inputs, fingerprint });
  }
  const everything = sha256OfText([...known.values()].join('\n'));
  return own.map((one) => (looksBeyond(one.checked.shapes) ? besideOthers(one, everything) : one));
}

/** What shapes say of such a dataset may change with any other. */
const besideOthers = (one: Fingerprinted, everything: string): Fingerprinted => ({
  ...one,
  fingerprint: sha256OfText(`${one.fingerprint}\n${everything}`),
});
