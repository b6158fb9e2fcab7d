import { describe, expect, it } from '@jest/globals';
import { complaintText } from '../../../src/model/index.ts';
import { missing } from '../../../src/sources/source-complaints.ts';

describe('A source that cannot be read', () => {
  it('is to be put there where it is missing', () => {
    expect(complaintText(missing('a.csv', 'ENOENT'), 'en')).toContain('Put the file there');
  });

  it.each(['EACCES', 'EPERM'])('is a matter of rights where it is denied (%s)', (reason) => {
    const told = complaintText(missing('a.csv', reason), 'fr');
    expect(told).toContain('le droit de lire');
    expect(told).not.toContain('Mettez le fichier');
  });
});
