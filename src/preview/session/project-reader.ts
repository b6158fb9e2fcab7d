import { createTerms, loadProject, type Project } from '../../declarations/index.ts';
import {
  type Complaint,
  type Dataset,
  RefusedInput,
  type Terms,
  type Vocabulary,
} from '../../model/index.ts';
import { type CheckedDataset, checkDataset, distinct, vocabulariesOf } from '../../release/index.ts';

export interface ProjectPlace {
  readonly root: string;
  readonly base: string;
  readonly slug: string;
}

/** A dataset that is in order, and what is needed to make something of its records. */
export interface ReadDataset {
  readonly project: Project;
  readonly checked: CheckedDataset;
  readonly terms: Terms;
  readonly vocabularies: ReadonlyMap<string, Vocabulary>;
  /** What is wrong elsewhere in the project. */
  readonly complaints: readonly Complaint[];
}

/** Reads a project again and again; what has not changed is not read twice. */
export class ProjectReader {
  readonly #place: ProjectPlace;
  #terms: { readonly key: string; readonly made: Terms } | undefined;
  #vocabularies: ReadonlyMap<string, Vocabulary> | undefined;
  #read: ReadDataset | undefined;
  /** Whether files have changed since it was checked. */
  #isUnchecked = false;
  #dataset: Dataset | undefined;

  constructor(place: ProjectPlace) {
    this.#place = place;
  }

  /** The dataset as it was declared last; undefined before it was first read. */
  get dataset(): Dataset | undefined {
    return this.#dataset;
  }

  /** Files have changed: what is known of them is read again. @param paths relative to the project, with `/` */
  forget(paths: readonly string[]): void {
    const { slug } = this.#place;
    const source = this.#dataset?.source.shown;
    // The records of the source are read elsewhere; a header that has changed is checked again.
    if (paths.some((path) => path !== source)) this.#read = undefined;
    this.#isUnchecked = true;
    const isOfOthers = (path: string) => path.startsWith('data/') && !path.startsWith(`data/${slug}/`);
    if (paths.some(isOfOthers)) this.#vocabularies = undefined;
  }

  /** @throws RefusedInput for declarations that cannot be used */
  async read(): Promise<ReadDataset> {
    if (this.#read) return await this.#checkedAgain(this.#read);
    const { root, base, slug } = this.#place;
    const { project, complaints } = await loadProject({ root, base });
    const dataset = project.datasets.find((one) => one.slug === slug);
    const own = complaints.filter((one) => concerns(one, slug));
    if (!dataset) throw new RefusedInput(complaints.length > 0 ? complaints : [gone(slug)]);
    this.#dataset = dataset;
    const checked = await checkedOr(own, project, dataset);
    this.#isUnchecked = false;
    this.#read = {
      project,
      checked,
      terms: await this.#termsOf(project),
      vocabularies: await this.#vocabulariesOf(project, checked),
      complaints: complaints.filter((one) => !concerns(one, slug)),
    };
    return this.#read;
  }

  /** Once for each change: a session reads several times what was saved once. */
  async #checkedAgain(read: ReadDataset): Promise<ReadDataset> {
    if (!this.#isUnchecked) return read;
    const checked = await checkedOr([], read.project, read.checked.dataset);
    this.#isUnchecked = false;
    this.#read = { ...read, checked };
    return this.#read;
  }

  /** Labels of standard vocabularies take longer to read than all else. */
  async #termsOf({ ontologies }: Project): Promise<Terms> {
    const key = ontologies.map(({ text }) => text).join('\n');
    if (this.#terms?.key !== key) this.#terms = { key, made: await createTerms(ontologies) };
    return this.#terms.made;
  }

  /** As a build would: mapped now, whatever is published. */
  async #vocabulariesOf(project: Project, checked: CheckedDataset): Promise<ReadonlyMap<string, Vocabulary>> {
    const wanted = checked.dataset.vocabularies;
    if (this.#vocabularies && wanted.every((one) => this.#vocabularies?.has(one))) return this.#vocabularies;
    const datasets = [checked];
    for (const slug of lookedUpBy(checked.dataset, project)) {
      const dataset = project.datasets.find((one) => one.slug === slug);
      const found = dataset && (await checkDataset(project, dataset));
      if (found?.kind === 'checked') datasets.push(...found.datasets);
    }
    const { base } = project;
    this.#vocabularies = await vocabulariesOf(checked.dataset.slug, { datasets, base, release: undefined });
    return this.#vocabularies;
  }
}

/** Slugs of the datasets that one looks up in, and of those that these look up in. */
function lookedUpBy({ vocabularies }: Dataset, project: Project): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (slugs: readonly string[]): void => {
    for (const slug of slugs) {
      if (found.has(slug)) continue;
      found.add(slug);
      visit(project.datasets.find((one) => one.slug === slug)?.vocabularies ?? []);
    }
  };
  visit(vocabularies);
  return found;
}

/** @throws RefusedInput with all that is known to be wrong */
async function checkedOr(
  before: readonly Complaint[],
  project: Project,
  dataset: Dataset,
): Promise<CheckedDataset> {
  const checking = await checkDataset(project, dataset);
  const complaints = [...before, ...(checking.kind === 'refused' ? checking.complaints : [])];
  if (complaints.length > 0) throw new RefusedInput(distinct(complaints));
  const [checked] = checking.kind === 'checked' ? checking.datasets : [];
  return checked as CheckedDataset;
}

/** Whether it stands in what this dataset is made by: its own folder, and what all share. Queries make nothing. */
const concerns = ({ place: { file } }: Complaint, slug: string): boolean =>
  !file.startsWith('queries/') && (!/^data\/[^/]+\//.test(file) || file.startsWith(`data/${slug}/`));

const gone = (slug: string): Complaint => ({
  place: { file: `data/${slug}` },
  found: { fr: `Le jeu de données « ${slug} » n’est plus là.`, en: `The dataset “${slug}” is gone.` },
  remedy: {
    fr: 'Remettez son dossier, ou arrêtez l’aperçu.',
    en: 'Put its folder back, or end the preview.',
  },
});
