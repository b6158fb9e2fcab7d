import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';

export interface WebRequest {
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Headers that only the host that was asked may see: they are dropped where a redirect leads elsewhere. */
  readonly secret?: Readonly<Record<string, string>>;
}

/** An answer whose body is still to come: it is read to its end, or destroyed, or nobody else may ask its host. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Readable;
  /** The address that answered. */
  readonly url: string;
  /** Where the address that was asked has moved for good, if it has. */
  readonly moved?: string;
}

/** Whatever is not read would keep the connection. */
export const discard = ({ body }: Pick<WebAnswer, 'body'>): void => {
  body.on('error', () => undefined).destroy();
};
