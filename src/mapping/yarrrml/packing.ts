import type { Compression } from '../../model/index.ts';

/** Compressions as YARRRML names them. */
export const COMPRESSIONS: Readonly<Record<string, Compression>> = {
  none: 'none',
  gzip: 'gzip',
  zip: 'zip',
  targz: 'tar.gz',
  targzip: 'tar.gz',
  tarxz: 'tar.xz',
};
