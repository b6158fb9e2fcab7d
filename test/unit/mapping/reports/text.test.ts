import { describe, expect, it } from '@jest/globals';
import { detailLines, reportText, summaryLine } from '../../../../src/mapping/index.ts';
import { FAULTY, REFUSED } from './samples.ts';

describe('A report as text', () => {
  const english = reportText(FAULTY, 'en');

  it('begins with what was read, written and met', () => {
    expect(english[0]).toBe('mapping.ttl: records: 10,000; statements: 150,000; faults: 1,205.');
  });

  it('names the place in the mapping, how often, and how many examples are shown', () => {
    expect(english).toContain('1,204 × The value does not have the form of its datatype.');
    expect(english).toContain('  mapping.ttl:14:9: 1,204, first 2 shown');
  });

  it('names the place in the data, the column and the value, in one line', () => {
    expect(english).toContain('    oeuvres.csv:4812, column “Millésime”, value “194.en”');
    expect(english).toContain('    oeuvres.csv:4901, column “Millésime”, value “vers 1850”');
  });

  it('names the place of a fault of reading', () => {
    expect(english).toContain('    oeuvres.csv:3, value “4 < 5”');
  });

  it('explains what was not said although nothing was wrong, as the mapping goes', () => {
    expect(english.slice(-6)).toEqual([
      'Terms not made, without a fault, by rule:',
      '  mapping.ttl:9:5 “État”: 12, the condition does not hold',
      '  mapping.ttl:16:9 “Salle”: 2,500, the source has no value',
      '',
      'Columns of the source that nothing reads:',
      '  “Titre”, “Salle”',
    ]);
    expect(detailLines(FAULTY, 'en').join('\n')).not.toContain('2,500');
  });

  it('tells faults before notes, the most frequent kind first', () => {
    const kinds = english.filter((line) => line.includes(' × '));
    expect(kinds.map((line) => line.replace(/ ×.*/, ''))).toEqual(['1,204', '1', '5,000']);
    expect(kinds[2]).toContain('(note)');
  });

  it('suggests what to do, once a kind', () => {
    expect(english.filter((line) => line.startsWith('  → '))).toHaveLength(3);
  });

  it('names columns that are missing, with the nearest one that is there', () => {
    expect(english).toContain('  “Titres” (the nearest: “Titre”)');
  });

  it('tells unknown columns with their place, once, and not as optional ones', () => {
    const line = 'mapping.ttl:9:5  No column “Sale”. The nearest is “Salle”.';
    expect(english[1]).toBe(line);
    expect(english.filter((one) => one.includes('“Sale”'))).toEqual([line]);
    // Who told them at the beginning of the run tells the rest at its end.
    expect(detailLines(FAULTY, 'en').join()).not.toContain('“Sale”');
  });

  it('speaks French', () => {
    const french = reportText(FAULTY, 'fr').join('\n');
    expect(french).toMatch(/énoncés\u00a0: 150\s000/);
    expect(french).toContain('colonne «\u00a0Millésime\u00a0», valeur «\u00a0194.en\u00a0»');
    expect(french).toContain('dont voici les 2 premiers');
  });
});

describe('A report of a run that never began', () => {
  it('says so, and gives the complaints with what to do', () => {
    expect(summaryLine(REFUSED, 'en')).toBe('mapping.ttl: refused before any data is read; 1 to correct.');
    expect(detailLines(REFUSED, 'en')).toEqual([
      'mapping.ttl:3:5  There is no function “x”. Did you mean “y”?',
    ]);
  });
});
