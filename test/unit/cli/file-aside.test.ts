import { Writable } from 'node:stream';
import { writeText } from '../../../src/cli/file-aside.ts';
import { Fault } from '../../../src/model/index.ts';

describe('a whole text for standard output', () => {
  it('is no fault where the reader has left', async () => {
    await expect(writeText(undefined, 'text', failingWith('EPIPE'))).resolves.toBeUndefined();
  });

  it('is a fault where there is no room', async () => {
    await expect(writeText(undefined, 'text', failingWith('ENOSPC'))).rejects.toThrow(Fault);
  });
});

const failingWith = (code: string): Writable =>
  new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });
