import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { HttpProblem } from '../../../../src/http/problem.ts';
import { readJson } from '../../../../src/http/reconciliation/json-place.ts';
import { readExtension } from '../../../../src/http/reconciliation/read-extend.ts';
import { readConditionBatch, readQueryBatch } from '../../../../src/http/reconciliation/read-queries.ts';

const BASE = 'https://data.example.org/';

function refusal(read: () => unknown): HttpProblem {
  try {
    read();
  } catch (error) {
    if (error instanceof HttpProblem) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('A batch of version 0.2', () => {
  it('has queries by name, with all that the specification allows', () => {
    const batch = readQueryBatch(
      {
        q1: {
          query: ' Jane Doe ',
          type: 'schema:Person',
          limit: 3,
          properties: [{ pid: 'birth', v: [1809, { id: 'x/1', name: 'X' }, ''] }],
          type_strict: 'should',
        },
        q2: { query: 'Doe', type: [{ id: 'http://a.example/T' }, 'http://a.example/U'] },
      },
      BASE,
    );
    expect(batch.get('q1')).toEqual({
      text: 'Jane Doe',
      types: ['http://schema.org/Person'],
      areTypesWished: true,
      limit: 3,
      properties: [
        { pid: 'birth', values: [1809, { id: 'x/1', name: 'X' }], quantifier: 'any', isRequired: false },
      ],
    });
    expect(batch.get('q2')).toMatchObject({ types: ['http://a.example/T', 'http://a.example/U'], limit: 10 });
  });

  it.each([
    [[], 'queries'],
    [{ q0: 'Doe' }, 'queries.q0'],
    [{ q0: { query: 'a', limit: 0 } }, 'queries.q0.limit'],
    [{ q0: { query: {} } }, 'queries.q0.query'],
    [{ q0: { properties: [{ v: 1 }] } }, 'queries.q0.properties[0].pid'],
    [{ q0: { properties: [{ pid: 'a', v: {} }] } }, 'queries.q0.properties[0].v.id'],
  ])('that is %j is refused with its place', (value, at) => {
    const { status, extras } = refusal(() => readQueryBatch(value, BASE));
    expect([status, extras.members?.['at']]).toEqual([400, at]);
  });

  it('with too many queries is refused as too large', () => {
    const many = Object.fromEntries(Array.from({ length: 51 }, (_, at) => [`q${at}`, { query: 'a' }]));
    expect(refusal(() => readQueryBatch(many, BASE)).status).toBe(413);
  });

  it('is read or refused, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        for (const read of [readQueryBatch, readConditionBatch, readExtension])
          try {
            read(value, BASE);
          } catch (error) {
            expect(error).toBeInstanceOf(HttpProblem);
          }
      }),
    );
  });
});

describe('A batch of the draft of 1.0', () => {
  it('has conditions on names and properties', () => {
    const [query] = readConditionBatch(
      {
        queries: [
          {
            conditions: [
              { matchType: 'name', v: 'Doe' },
              { matchType: 'property', pid: 'p', v: 'x', required: true, matchQuantifier: 'none' },
            ],
          },
        ],
      },
      BASE,
    );
    expect(query).toMatchObject({
      text: 'Doe',
      properties: [{ pid: 'p', values: ['x'], quantifier: 'none', isRequired: true }],
    });
  });
});

describe('A text that is no JSON', () => {
  it.each([
    ['{"a": nope}', 1, 7],
    ['{"a":\n 1,, }', 2, 4],
    ['nope', 1, 1],
    ['{"a"', 1, 5],
    ['', 1, 1],
  ])('%j is so from line %d, column %d on', (text, line, column) => {
    expect(readJson(text)).toEqual({ kind: 'malformed', place: { line, column } });
  });
});
