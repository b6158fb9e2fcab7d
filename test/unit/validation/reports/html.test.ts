import { describe, expect, it } from '@jest/globals';
import { SaxesParser } from 'saxes';
import { graphReportHtml } from '../../../../src/validation/index.ts';
import { DATA, reportOn, SHAPES } from './judged.ts';

/** The texts of a page; its markup has to be balanced, but for those elements that HTML leaves open. */
function textsOf(page: string): readonly string[] {
  const texts: string[] = [];
  const parser = new SaxesParser();
  parser.on('text', (text) => texts.push(text));
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(page.replace(/<(meta|br)([^>]*)>/g, '<$1$2/>')).close();
  return texts.map((text) => text.trim()).filter((text) => text !== '');
}

describe('A report as a page', () => {
  const page = graphReportHtml(reportOn(SHAPES, DATA), 'en');
  const texts = textsOf(page);

  it('is one well-formed document that fetches nothing', () => {
    expect(page).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(page).not.toMatch(/<(script|link|img|iframe)|url\(|\bsrc=|\bhref=/);
  });

  it('tells verdict, groups, shares, samples and reasons', () => {
    expect(texts.some((text) => text.includes('does not conform. Results: 11'))).toBe(true);
    expect(texts.filter((text) => ['violation', 'warning', 'info'].includes(text))).toHaveLength(5);
    expect(texts).toContain('results: 7; nodes concerned: 7 of 8 (87.5%)');
    expect(texts).toContain('… truncated: 5 of 7 shown');
    expect(texts).toContain('"1850 <?>\\u0007"');
    expect(texts.some((text) => text.includes('xsd:gYear'))).toBe(true);
  });

  it('says that a limit cut it', () => {
    expect(graphReportHtml(reportOn(SHAPES, DATA, 1), 'en')).toContain('Truncated: --limit');
  });

  it('is French where French is asked for', () => {
    const french = graphReportHtml(reportOn(SHAPES, ''), 'fr');
    expect(french).toContain('<html lang="fr">');
    expect(textsOf(french)).toContain(
      'Remarque\u00a0: les données sont vides\u202f; rien n’a été jugé. SHACL appelle cela «\u00a0conforme\u00a0».',
    );
  });
});
