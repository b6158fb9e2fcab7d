import { describe, expect, it } from '@jest/globals';
import { policyWithImages } from '../../../../src/http/headers.ts';
import { readView } from '../../../../src/http/map/asked-view.ts';
import { HttpProblem } from '../../../../src/http/problem.ts';

describe('The view of an address', () => {
  it('is bounds in the order of GeoJSON, and a level', () => {
    expect(readView('/map/cells.json?q=x&bounds=-5.2,41.3,9.7,51.2&zoom=6')).toEqual({
      bounds: { west: -5.2, south: 41.3, east: 9.7, north: 51.2 },
      zoom: 6,
    });
    expect(readView('/map/cells.json?bounds=&zoom=')).toEqual({ zoom: 0 });
  });

  it.each([
    'bounds=1,2,3',
    'bounds=1,2,3,4,5',
    'bounds=a,b,c,d',
    'bounds=0,50,1,40',
    'bounds=-181,0,1,1',
    'bounds=0,-91,1,1',
    'bounds=0,0,1,1e1',
    'bounds=0,0,1,NaN',
    'bounds=0,0,1,1&bounds=0,0,2,2',
    'zoom=19',
    'zoom=-1',
    'zoom=1.5',
    'zoom=six',
  ])('is refused where it is none: %s', (query) => {
    expect(() => readView(`/map/cells.json?${query}`)).toThrow(HttpProblem);
  });
});

describe('The policy of a page with tiles', () => {
  it('allows images of that one server', () => {
    const policy = policyWithImages('https://tiles.example:8443/{z}/{x}/{y}.png');
    expect(policy).toContain("img-src 'self' data: https://tiles.example:8443;");
    expect(policy).toContain("default-src 'none'");
  });

  it('is as strict as ever where tiles come from here', () => {
    expect(policyWithImages('/tiles/{z}/{x}/{y}.png')).toContain("img-src 'self' data:;");
  });
});
