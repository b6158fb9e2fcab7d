import { describe, expect, it } from '@jest/globals';
import {
  ABOUT,
  ABOUT_PARTS,
  ACCESSIBILITY_PARTS,
  LEGAL_PARTS,
} from '../../../src/pages/texts/about-texts.ts';
import { CHART, CHART_SENTENCE, UNASKED_REASONS } from '../../../src/pages/texts/chart-texts.ts';
import { DATASET, DATASETS } from '../../../src/pages/texts/dataset-texts.ts';
import { FRAME, PROBLEM } from '../../../src/pages/texts/frame-texts.ts';
import { HOME } from '../../../src/pages/texts/home-texts.ts';
import { MODEL } from '../../../src/pages/texts/model-texts.ts';
import { PROOF, PROOF_GROUP_NAMES, PROOF_VERDICT_NAMES } from '../../../src/pages/texts/proof-texts.ts';
import { QUALITY } from '../../../src/pages/texts/quality-texts.ts';
import { RELEASE, RELEASES } from '../../../src/pages/texts/release-texts.ts';
import { SEARCH, SEARCH_BOX } from '../../../src/pages/texts/search-texts.ts';
import { filled } from '../../../src/pages/texts/table.ts';
import { SPARQL, THING } from '../../../src/pages/texts/thing-texts.ts';
import { VOCABULARY } from '../../../src/pages/texts/vocabulary-texts.ts';

const PARTS = [...ABOUT_PARTS, ...ACCESSIBILITY_PARTS, ...LEGAL_PARTS].flatMap(({ heading, paragraphs }) => [
  heading,
  ...paragraphs,
]);

const TABLES = {
  CHART,
  CHART_SENTENCE,
  UNASKED_REASONS,
  ABOUT,
  MODEL,
  VOCABULARY,
  PARTS: Object.fromEntries(PARTS.map((text, at) => [`${at}`, text])),
  DATASET,
  DATASETS,
  HOME,
  FRAME,
  PROBLEM,
  PROOF,
  PROOF_GROUP_NAMES,
  PROOF_VERDICT_NAMES,
  QUALITY,
  RELEASE,
  RELEASES,
  SEARCH,
  SEARCH_BOX,
  SPARQL,
  THING,
};
const texts = Object.entries(TABLES).flatMap(([table, entries]) =>
  Object.entries(entries).map(([name, text]) => ({ name: `${table}.${name}`, ...text })),
);

describe('every text of the pages', () => {
  it.each(texts)('$name exists in both languages, with the same blanks', ({ fr, en }) => {
    expect(fr.trim()).not.toBe('');
    expect(en.trim()).not.toBe('');
    const blanks = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(String).sort();
    expect(blanks(fr)).toEqual(blanks(en));
  });

  it.each(texts)('$name is set as its language is printed', ({ fr, en }) => {
    expect(fr).not.toMatch(/'|\.\.\.| [:;?!»]|« |\w[;?!]/);
    expect(en).not.toMatch(/'|\.\.\.|\s[:;?!]/);
  });
});

it('fills blanks and leaves unknown ones visible', () => {
  expect(filled({ fr: '{a} et {b}', en: '' }, 'fr', { a: '1' })).toBe('1 et {b}');
});
