import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import {
  answers,
  requireSoundness,
  UnsoundEngine,
  unsoundClaims,
} from '../../../src/validation/soundness.ts';
import { SOUNDNESS_CASES } from '../../../src/validation/soundness-cases.ts';
import { bareResults } from './bare-engine.ts';
import { shapesFile } from './shapes.ts';

const installed = (file: string) =>
  JSON.parse(readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8'));

/** Kept for our own walk: the engine by itself is right here. */
const RIGHT_BY_ITSELF = ['a deactivated shape judges nothing, inside others neither'];

describe('shacl-engine by itself', () => {
  it.each(SOUNDNESS_CASES.filter(({ claim }) => !RIGHT_BY_ITSELF.includes(claim)))(
    'does not keep the claim: $claim',
    async ({ shapes, data, expected }) => {
      const bare = bareResults(shapesFile(shapes).quads, shapesFile(data).quads).catch((): string[] => [
        'crash',
      ]);
      const short = (await bare).map((text) =>
        text.replace(/^.*\/(\w+) (\w+)ConstraintComponent.*$/s, '$1 $2'),
      );
      expect(short.sort()).not.toEqual(expected);
    },
  );
});

describe('The SHACL engine', () => {
  it.each(SOUNDNESS_CASES)('keeps the claim: $claim', (one) => {
    expect(answers(one)).toEqual(one.expected);
  });

  it('is refused where it is silent', () => {
    const silent = unsoundClaims(() => () => []);
    expect(silent).toEqual(
      SOUNDNESS_CASES.filter(({ expected }) => expected.length > 0).map(({ claim }) => claim),
    );
  });

  it('is refused where it crashes', () => {
    const crashing = unsoundClaims(() => () => {
      throw new Error('two sh:not');
    });
    expect(crashing).toHaveLength(SOUNDNESS_CASES.length);
  });

  it('names, in both languages, what it answers wrongly and what to do', () => {
    const refusal = new UnsoundEngine(['two sh:not on one shape are two constraints']);
    expect(refusal.explanation.fr).toContain('two sh:not');
    expect(refusal.remedy.en).toContain('npm ci');
  });

  it('is accepted as it is installed', () => {
    expect(requireSoundness).not.toThrow();
  });

  it('is installed in the version whose faults are known, and in no other', () => {
    expect(installed('package.json').dependencies['shacl-engine']).toBe('1.1.2');
    expect(installed('node_modules/shacl-engine/package.json').version).toBe('1.1.2');
  });
});
