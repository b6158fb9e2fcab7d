import { describe, expect, it } from '@jest/globals';
import {
  type Complaint,
  complaintText,
  datasetIri,
  Fault,
  iriOfPath,
  joined,
  pathOfIri,
  placeText,
  RefusedInput,
  same,
  thingSpace,
  withoutFragment,
} from '../../../src/model/index.ts';

const complaint: Complaint = {
  place: { file: 'data/x/dataset.yml', line: 3, column: 1 },
  found: { fr: 'Trouvé.', en: 'Found.' },
  remedy: { fr: 'Écrivez.', en: 'Write.' },
};

describe('A place', () => {
  it.each([
    [{ file: 'a' }, 'a'],
    [{ file: 'a', line: 2 }, 'a:2'],
    [{ file: 'a', line: 2, column: 5 }, 'a:2:5'],
    [{ file: 'a', column: 5 }, 'a'],
  ])('%j is written %s', (place, text) => {
    expect(placeText(place)).toBe(text);
  });
});

describe('A complaint', () => {
  it('is one line a language', () => {
    expect(complaintText(complaint, 'fr')).toBe('data/x/dataset.yml:3:1  Trouvé. Écrivez.');
    expect(complaintText(complaint, 'en')).toBe('data/x/dataset.yml:3:1  Found. Write.');
  });

  it('refuses an input together with others', () => {
    const refused = new RefusedInput([complaint, complaint]);
    expect(refused.complaints).toHaveLength(2);
    expect(refused.message.split('\n')).toHaveLength(2);
  });
});

describe('A fault', () => {
  it('keeps what was wrong, what to do, and its cause', () => {
    const cause = new Error('EADDRINUSE');
    const fault = new Fault(complaint.found, complaint.remedy, cause);
    expect(fault).toMatchObject({ message: 'Found. Write.', name: 'Fault', cause });
    expect('cause' in new Fault(complaint.found, complaint.remedy)).toBe(false);
  });
});

describe('An IRI', () => {
  const base = 'http://localhost:3000/';
  it.each([
    ['http://a/x#y', 'http://a/x'],
    ['http://a/x', 'http://a/x'],
    ['http://a/x#', 'http://a/x'],
    ['http://a/x#y#z', 'http://a/x'],
  ])('%s is %s without its fragment', (iri, expected) => {
    expect(withoutFragment(iri)).toBe(expected);
  });

  it('of the base has a path here, and others have none', () => {
    expect(pathOfIri(`${base}id/x/é`, base)).toBe('/id/x/é');
    expect(pathOfIri(base, base)).toBe('/');
    expect(pathOfIri('http://localhost:30001/id', base)).toBeUndefined();
    expect(iriOfPath('/id/x', base)).toBe(`${base}id/x`);
  });

  it('of a dataset and of its things begins with the base', () => {
    expect(datasetIri(base, 'x')).toBe('http://localhost:3000/dataset/x');
    expect(thingSpace(base, 'x')).toBe('http://localhost:3000/id/x/');
  });
});

describe('A bilingual text', () => {
  it('may be the same in both languages, and is joined language by language', () => {
    expect(same('Orsay')).toEqual({ fr: 'Orsay', en: 'Orsay' });
    expect(joined([{ fr: 'un', en: 'one' }, same('2')], ' ')).toEqual({ fr: 'un 2', en: 'one 2' });
    expect(joined([], ' ')).toEqual({ fr: '', en: '' });
  });
});
