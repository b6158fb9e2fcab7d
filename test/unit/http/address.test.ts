import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { encodeIri, readAddress } from '../../../src/http/address.ts';

const pathOf = (target: string): string => {
  const address = readAddress(target);
  return address.kind === 'address' ? address.uriPath + address.search : address.kind;
};

describe('An address', () => {
  it.each([
    ['/', '/'],
    ['', '/'],
    ['//', '/'],
    ['/doc/a/', '/doc/a'],
    ['/doc//a', '/doc/a'],
    ['//doc/a', '/doc/a'],
    ['//evil.example/x', '/evil.example/x'],
    ['/\\evil.example', '/%5Cevil.example'],
    ['/%2F/evil.example', '/%2F/evil.example'],
    ['http://evil.example//x', '/x'],
    ['http://evil.example', '/'],
    ['/a/../b/./c', '/b/c'],
    ['/%2e%2e/%2E%2E/etc', '/etc'],
    ['/d%6Fc', '/doc'],
    ['/mus%c3%a9e', '/mus%C3%A9e'],
    ['/muse%CC%81e', '/mus%C3%A9e'],
    ['/mus\u00c3\u00a9e', '/mus%C3%A9e'],
    ['/a%20b', '/a%20b'],
    ['/a b', '/a%20b'],
    ['/a%2fb', '/a%2Fb'],
    ['/a%28b%29', '/a%28b%29'],
    ['/a(b)', '/a(b)'],
    ['/%F0%9F%8E%A8', '/%F0%9F%8E%A8'],
    ['/a%00', '/a%00'],
    ['/doc/?x=1//2', '/doc?x=1//2'],
    ['/doc?', '/doc?'],
    ['/a?x=\u00e9', '/a?x=%E9'],
    ['/a%E9', 'undecodable'],
    ['/a%', 'undecodable'],
    ['/a%zz', 'undecodable'],
    ['/\u00e9', 'undecodable'],
  ])('%j comes to %j', (target, expected) => {
    expect(pathOf(target)).toBe(expected);
  });

  it('knows its path as IRIs write it', () => {
    expect(readAddress('/id/musees/mus%C3%A9e-d%E2%80%99%C3%A9t%C3%A9')).toMatchObject({
      iriPath: '/id/musees/musée-d’été',
      isCanonical: true,
    });
  });

  it('that is canonical stays as it is, and never leaves this server', () => {
    const part = fc.constantFrom(
      '/',
      '\\',
      '%2F',
      '%5C',
      '.',
      '..',
      'a',
      '%2e',
      '%C3%A9',
      'evil.example',
      '@',
      ':',
      '?',
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const once = pathOf(`/${parts.join('')}`);
        expect(pathOf(once)).toBe(once);
        expect(once).toMatch(/^\/(?![/\\])/);
      }),
    );
  });
});

describe('A plain address', () => {
  it('is read as it is with a query, which is read the long way', () => {
    const part = fc.constantFrom('/', '.', '..', '...', 'a', 'Z', '0', '~', '-', '_', '%', ':', '\n');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const plain = `/${parts.join('')}`;
        const long = readAddress(`${plain}?`);
        expect(readAddress(plain)).toEqual(long.kind === 'address' ? { ...long, search: '' } : long);
      }),
    );
  });
});

describe('An IRI', () => {
  it('becomes ASCII for a header', () => {
    expect(encodeIri('http://a/é’\u{1f3a8}\r\nX: y%20')).toBe(
      'http://a/%C3%A9%E2%80%99%F0%9F%8E%A8%0D%0AX:%20y%20',
    );
  });
});
