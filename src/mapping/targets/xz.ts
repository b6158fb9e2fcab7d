import { Fault } from '../../model/index.ts';

/**
 * A stream that compresses to xz. The encoder is the native liblzma, an optional dependency: it is loaded when it is
 * needed, and a machine it does not run on can do everything else.
 * @throws Fault where it does not run
 */
export async function createXz(): Promise<NodeJS.ReadWriteStream> {
  try {
    const { default: lzma } = await import('lzma-native');
    return lzma.createCompressor();
  } catch (error) {
    throw new Fault(
      {
        fr: 'La compression xz n’est pas disponible sur cette machine : le paquet « lzma-native » ne s’y charge pas.',
        en: 'Compression with xz is not available on this machine: the package “lzma-native” does not load.',
      },
      {
        fr: 'Réinstallez avec « npm install », ou choisissez une autre compression (tar.gz, gzip, zip).',
        en: 'Install again with “npm install”, or choose another compression (tar.gz, gzip, zip).',
      },
      error,
    );
  }
}
