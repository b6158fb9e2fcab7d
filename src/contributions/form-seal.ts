import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { FormIdentity, SealFault } from '../model/index.ts';
import type { Bounds } from './bounds.ts';

/** A seal that was read: what names it, or why it does not hold. */
export type ReadSeal =
  | { readonly kind: 'holds'; readonly name: string }
  | { readonly kind: 'refused'; readonly fault: Exclude<SealFault, 'used'> };

/** Octets of the secret with which forms are sealed. */
export const SECRET_OCTETS = 32;

/**
 * Seals forms without a cookie: `<milliseconds since 1970, base 36>.<name>.<HMAC-SHA-256>` over the moment, the name and
 * what the form is for. A form that was not shown by who holds the secret cannot be sent; the name makes it count once.
 */
export class FormSeal {
  readonly #secret: Uint8Array;
  readonly #seconds: Bounds['formSeconds'];

  constructor(secret: Uint8Array, seconds: Bounds['formSeconds']) {
    this.#secret = secret;
    this.#seconds = seconds;
  }

  make(form: FormIdentity, now: number): string {
    const head = `${now.toString(36)}.${randomBytes(12).toString('base64url')}`;
    return `${head}.${this.#signature(head, form)}`;
  }

  read(seal: string, form: FormIdentity, now: number): ReadSeal {
    const [, head = '', moment = '', name = '', signature = ''] = SEAL.exec(seal) ?? [];
    if (!equal(signature, this.#signature(head, form))) return { kind: 'refused', fault: 'forged' };
    const seconds = (now - Number.parseInt(moment, 36)) / 1000;
    if (seconds < this.#seconds.least) return { kind: 'refused', fault: 'early' };
    return seconds > this.#seconds.most ? { kind: 'refused', fault: 'expired' } : { kind: 'holds', name };
  }

  #signature(head: string, { kind, target }: FormIdentity): string {
    return createHmac('sha256', this.#secret)
      .update(JSON.stringify([head, kind, target]))
      .digest('base64url');
  }
}

const SEAL = /^(([0-9a-z]{1,11})\.([\w-]{16}))\.([\w-]{43})$/;

const equal = (left: string, right: string): boolean =>
  left.length === right.length && timingSafeEqual(Buffer.from(left), Buffer.from(right));
