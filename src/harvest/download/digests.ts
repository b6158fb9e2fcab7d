import { createHash, type Hash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A digest that somebody tells of a file. */
export interface ToldDigest {
  /** As Node names it. */
  readonly algorithm: 'md5' | 'sha1' | 'sha256' | 'sha512';
  readonly hex: string;
  /** Who tells it, for messages: a header's name, a portal. */
  readonly told: string;
}

const STRUCTURED: Readonly<Record<string, ToldDigest['algorithm']>> = {
  'sha-256': 'sha256',
  'sha-512': 'sha512',
  md5: 'md5',
  sha: 'sha1',
};

/**
 * Digests of the bytes as they are sent, content codings included: `Repr-Digest` (RFC 9530) and `Content-MD5`. Algorithms that
 * are not known are left out, as the specification has it.
 */
export function toldDigests(headers: IncomingHttpHeaders): readonly ToldDigest[] {
  const structured = String(headers['repr-digest'] ?? '').matchAll(
    /(?:^|,)\s*([a-z0-9*_.-]+)=:([A-Za-z0-9+/=]+):/gi,
  );
  const found = [...structured].flatMap(([, name = '', value = '']) =>
    told(STRUCTURED[name.toLowerCase()], value, 'Repr-Digest'),
  );
  return [...found, ...told('md5', String(headers['content-md5'] ?? ''), 'Content-MD5')];
}

const LENGTHS: Readonly<Record<ToldDigest['algorithm'], number>> = {
  md5: 16,
  sha1: 20,
  sha256: 32,
  sha512: 64,
};

/** What is not as long as such a digest is none: nothing is concluded from it. */
function told(
  algorithm: ToldDigest['algorithm'] | undefined,
  base64: string,
  by: string,
): readonly ToldDigest[] {
  const bytes = Buffer.from(base64, 'base64');
  return algorithm !== undefined && bytes.length === LENGTHS[algorithm]
    ? [{ algorithm, hex: bytes.toString('hex'), told: by }]
    : [];
}

/** A digest as portals tell it: a name such as `sha256` and hexadecimal digits. */
export function digestOf(type: string, value: string, by: string): ToldDigest | undefined {
  const algorithm = (['md5', 'sha1', 'sha256', 'sha512'] as const).find(
    (one) => one === type.toLowerCase().replace('-', ''),
  );
  const hex = value.trim().toLowerCase();
  return algorithm !== undefined && hex.length === 2 * LENGTHS[algorithm] && /^[0-9a-f]+$/.test(hex)
    ? { algorithm, hex, told: by }
    : undefined;
}

/** Hashes what passes, for digests that were told and for one's own. */
export class Hashes {
  readonly #hashes: ReadonlyMap<string, Hash>;

  constructor(algorithms: Iterable<string>) {
    this.#hashes = new Map([...new Set(algorithms)].map((name) => [name, createHash(name)]));
  }

  update(piece: Uint8Array): void {
    for (const hash of this.#hashes.values()) hash.update(piece);
  }

  /** Once, at the end: hexadecimal digits by algorithm. */
  finished(): ReadonlyMap<string, string> {
    return new Map([...this.#hashes].map(([name, hash]) => [name, hash.digest('hex')]));
  }
}
