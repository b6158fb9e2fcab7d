import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';
import type { Project } from '../../src/declarations/index.ts';
import { complaintText } from '../../src/model/index.ts';
import { type CheckedProject, checkProject } from '../../src/release/index.ts';
import { frenchFaults } from './french.ts';
import { ROOT, shippedProject } from './shipped.ts';

const SLUGS = readdirSync(join(ROOT, 'data'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** Titles that are the same word in both languages. */
const SAME_WORD: Readonly<Record<string, string>> = {
  departements: 'English keeps the French word for what is neither a county nor a department',
};

let project: Project;
let checked: CheckedProject;

beforeAll(async () => {
  project = await shippedProject();
  checked = await checkProject(project);
});

const datasetOf = (slug: string) => {
  const found = project.datasets.find((dataset) => dataset.slug === slug);
  if (found === undefined) throw new Error(`data/${slug} was not loaded.`);
  return found;
};

describe.each(SLUGS)('data/%s', (slug) => {
  it('is checked without a complaint: description, mapping, columns, shapes', () => {
    const complaints = checked.kind === 'refused' ? checked.complaints : [];
    expect(complaints.map((one) => complaintText(one, 'en'))).toEqual([]);
    const found = checked.kind === 'checked' ? checked.datasets.map(({ dataset }) => dataset.slug) : [];
    expect(found).toContain(slug);
  });

  it('has a title and a description in both languages, not the same twice', () => {
    const { title, description } = datasetOf(slug);
    for (const text of [title, description]) {
      expect(text.fr.trim()).not.toBe('');
      expect(text.en.trim()).not.toBe('');
    }
    expect(description.fr).not.toBe(description.en);
    expect(title.fr === title.en).toBe(slug in SAME_WORD);
    expect(description.fr.length).toBeGreaterThan(title.fr.length);
  });

  it('is written as French is printed', () => {
    const { title, description, keywords, publisher, licence } = datasetOf(slug);
    const texts = [title.fr, description.fr, publisher.name.fr, licence.label.fr, ...keywords.fr];
    expect(texts.flatMap(frenchFaults)).toEqual([]);
  });

  it('has a licence, a publisher, keywords in both languages and an origin', () => {
    const { licence, publisher, keywords, origins, themes, spatial } = datasetOf(slug);
    for (const iri of [licence.iri, publisher.iri, ...origins, ...themes, ...spatial])
      expect(URL.canParse(iri)).toBe(true);
    for (const list of [keywords.fr, keywords.en, origins, themes, spatial])
      expect(list.length).toBeGreaterThan(0);
  });

  it('names vocabularies and shapes that exist', () => {
    const { vocabularies, shapes } = datasetOf(slug);
    expect(vocabularies.filter((one) => !SLUGS.includes(one))).toEqual([]);
    expect(shapes.length).toBeGreaterThan(0);
    const files = project.shapes.map(({ path }) => path);
    expect(shapes.filter((path) => !files.includes(path))).toEqual([]);
  });

  it('has three example queries or more', () => {
    expect(project.queries.filter(({ dataset }) => dataset === slug).length).toBeGreaterThanOrEqual(3);
  });

  it('is described by a sentence of its own', () => {
    const others = project.datasets.filter((one) => one.slug !== slug);
    expect(others.map(({ title }) => title.fr)).not.toContain(datasetOf(slug).title.fr);
    expect(others.map(({ description }) => description.fr)).not.toContain(datasetOf(slug).description.fr);
  });
});

it('CSV, JSON and XML are each read by a dataset', () => {
  expect(new Set(project.datasets.map(({ source }) => source.format))).toEqual(
    new Set(['csv', 'json', 'xml']),
  );
});
