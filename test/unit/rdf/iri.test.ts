import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Store } from 'oxigraph';
import { IRI_UNRESERVED, isIri } from '../../../src/rdf/index.ts';

function isTakenByTheStore(iri: string): boolean {
  try {
    new Store().load(`<s:s> <p:p> <${iri}> .\n`, { format: 'application/n-quads' });
    return true;
  } catch {
    return false;
  }
}

describe('A text', () => {
  it.each([
    'http://a/é',
    'urn:x',
    'mailto:a@b.fr',
    'http://a/%C3%A9#x',
    'http://user:word@a.fr:8080/x;y=1?a=b/c?d#e/f?',
    'http://[::1]:3000/',
    'http://a',
    'http://a?b',
    'http:///x',
    'urn:cimaise:function:slug',
    'http://a/\u2028',
    'http://a/😀',
    'http://a/?\ue000',
    'a:',
  ])('%j can be an IRI, for the store too', (value) => {
    expect([isIri(value), isTakenByTheStore(value)]).toEqual([true, true]);
  });

  it.each([
    '',
    'a',
    '/a',
    ':a',
    '1a:b',
    'http://a b',
    'http://a/<b>',
    'http://a/"',
    'http://a/{b}',
    'http://a/|',
    'http://a/\n',
    'http://a/\\',
    'http://a/%',
    'http://a/%zz',
    'http://a/x[1]',
    'http://a/#x#y',
    'http://a:x/',
    'http://[::/',
    'http://[a]/',
    'http://[1:2]/',
    'http://a/\ue000',
    'http://a/\ud800',
    'http://a/\u{1fffe}',
    'http://a/\u{e0041}',
    'http://a/\u0085',
  ])('%j cannot be an IRI, and the store refuses it', (value) => {
    expect([isIri(value), isTakenByTheStore(value)]).toEqual([false, false]);
  });

  it('that is an IRI here is one for the store, whatever its characters', () => {
    const unit = fc.constantFrom(...'ab1é%2F/?#[]@:;&|^ .~'.split(''), '//', '😀', '\ue000', '%41');
    fc.assert(
      fc.property(
        fc.constantFrom('http://a/', 'http://', 'urn:', 'x:', ''),
        fc.string({ unit, maxLength: 8 }),
        (begin, end) => {
          if (isIri(begin + end)) expect(isTakenByTheStore(begin + end)).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });
});

describe('The unreserved characters of IRIs', () => {
  it('can stand in a path, each of them', () => {
    const unreserved = new RegExp(`^[${IRI_UNRESERVED}]$`, 'u');
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }), (c) => {
        if (unreserved.test(c)) expect(isIri(`http://a/${c}`)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
