import { open } from 'node:fs/promises';
import { type Likeness, likenessOf } from '../../sources/index.ts';
import { otherMediaType } from '../download/download-failures.ts';
import { errorInstead } from './check-failures.ts';
import { isErrorLine } from './error-text.ts';

const HEAD = 4096;

/**
 * What a file that nothing is known of begins like; undefined where nothing tells.
 * @throws HarvestFailure for what is no source whatever it is called: a page, a PDF, the message of a server
 */
export async function firstLook(path: string, url: string): Promise<Likeness | undefined> {
  const { first, isWhole } = await headOf(path);
  const text = first.toString('utf8').replace(/^\ufeff+/, '');
  const likeness = likenessOf(first, text);
  if (likeness === 'html' || likeness === 'pdf') throw otherMediaType(url, likeness, likeness === 'html');
  // A document of data has a list of something.
  if (isWhole && isErrorLine(text) && !/\[\s*[{["\d]/.test(text)) throw errorInstead(url, text);
  return likeness;
}

async function headOf(path: string): Promise<{ readonly first: Buffer; readonly isWhole: boolean }> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
    return { first: buffer.subarray(0, bytesRead), isWhole: bytesRead < HEAD };
  } finally {
    await file.close();
  }
}
