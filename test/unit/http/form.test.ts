import { describe, expect, it } from '@jest/globals';
import { addressForm, addressParameters, searchOf } from '../../../src/http/form.ts';

describe('The parameters of an address', () => {
  it.each([
    ['/search', ''],
    ['/search?', ''],
    ['/search?q=a', 'q=a'],
    ['/search?q=who?&place=b?c', 'q=who?&place=b?c'],
  ])('of %s are “%s”: a second question mark belongs to a value', (address, search) => {
    expect(searchOf(address)).toBe(search);
  });

  it('are read alike, strictly or not, where nothing is broken', () => {
    const address = '/search?q=o%C3%B9%20est+elle%20?&lang=fr';
    expect(addressForm(address)).toEqual([
      ['q', 'où est elle ?'],
      ['lang', 'fr'],
    ]);
    expect([...addressParameters(address)]).toEqual(addressForm(address));
  });

  it('with a broken encoding are none to a strict reader', () => {
    expect(addressForm('/search?q=%C3')).toBeUndefined();
    expect(addressParameters('/search?q=%C3&lang=fr').get('lang')).toBe('fr');
  });
});
