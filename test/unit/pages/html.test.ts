import { describe, expect, it } from '@jest/globals';
import { html, interspersed, raw, safeAddress } from '../../../src/pages/html.ts';
import { unescaped } from './elements.ts';

describe('html', () => {
  it.each([
    '<script>alert(1)</script>',
    '</textarea><img src=x onerror=alert(1)>',
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    '&lt;b&gt;',
    ']]>',
    '<!-- -->',
  ])('keeps %p as text, in content and in attributes', (text) => {
    const written = html`<p title="${text}">${text}</p>`.toString();
    const [, title = '', content = ''] = /^<p title="([^"<>]*)">([^<>]*)<\/p>$/.exec(written) ?? [];
    expect([unescaped(title), unescaped(content)]).toEqual([text, text]);
  });

  it('writes arrays one after the other and nothing for what is empty', () => {
    expect(html`${[html`<b>1</b>`, ['a', 2]]}${undefined}${null}${false}${''}`.toString()).toBe('<b>1</b>a2');
  });

  it('writes markup made by html as it is, and text that looks like it escaped', () => {
    expect(html`${html`<i>${'<i>'}</i>`}${raw('<hr>')}`.toString()).toBe('<i>&lt;i&gt;</i><hr>');
  });

  it('replaces characters that HTML forbids and lone surrogates', () => {
    expect(html`${'a\u0000b\u0085c\ud800d\ufffee'}`.toString()).toBe('a\ufffdb\ufffdc\ufffdd\ufffde');
  });

  it('leads nowhere where an unchecked address would lead astray', () => {
    expect(html`<a href="${'javascript:alert(1)'}">x</a>`.toString()).toBe('<a href="#">x</a>');
  });

  it('puts separators only between fragments that are there', () => {
    expect(html`${interspersed(['a', undefined, '', 'b'], ', ')}`.toString()).toBe('a, b');
  });
});

describe('an address that may be followed', () => {
  it.each([
    'https://a.example/?q=1',
    'HTTP://a.example',
    'mailto:a@b.example',
    '/id/x',
    '?lang=fr',
    '#liste',
  ])('%p is one', (address) => expect(safeAddress(address)).toBe(address));

  it.each([
    'javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    '\u0001javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.example',
    '/\\evil.example',
    'https:evil.example',
    'http:///evil.example',
    'relative',
    '',
  ])('%p is none', (address) => expect(safeAddress(address)).toBeUndefined());
});
