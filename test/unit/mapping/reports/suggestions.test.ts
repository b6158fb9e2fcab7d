import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { FUNCTION_FAULTS } from '../../../../src/mapping/functions/index.ts';
import { ALL_FUNCTIONS } from '../../../../src/mapping/index.ts';
import { SUGGESTED_CODES, suggestionFor } from '../../../../src/mapping/reports/index.ts';

const ENGINE = join(import.meta.dirname, '..', '..', '..', '..', 'src', 'mapping', 'engine');
const engineCodes = [
  ...readFileSync(join(ENGINE, 'faults.ts'), 'utf8').matchAll(/^ {2}'([a-z-]+)': \{$/gm),
].map(([, code]) => code ?? '');

describe('A suggestion', () => {
  it.each([...engineCodes, ...Object.keys(FUNCTION_FAULTS)])('is there for %s', (code) => {
    expect(SUGGESTED_CODES).toContain(code);
  });

  it.each(SUGGESTED_CODES)('is a sentence in two languages, for %s', (code) => {
    const { fr, en } = suggestionFor(code);
    expect(fr).toMatch(/\.$/);
    expect(en).toMatch(/\.$/);
    expect(fr).not.toMatch(/[^\u00a0\u202f] ?[;:!?](?= )(?<! [;:!?])|'/);
  });

  it('names only functions that exist', () => {
    const named = SUGGESTED_CODES.flatMap((code) => suggestionFor(code).en.match(/cim:\w+/g) ?? []);
    const known = ALL_FUNCTIONS.map(({ name }) => `cim:${name}`);
    expect(named.filter((name) => !known.includes(name))).toEqual([]);
  });

  it('is a general one for what the table does not know', () => {
    expect(suggestionFor('unheard-of').en).toBe('Correct the source, or the rule of the mapping.');
  });

  it('has its engine beside it', () => {
    expect(readdirSync(ENGINE)).toContain('faults.ts');
    expect(engineCodes.length).toBeGreaterThan(4);
  });
});
