/** A text with its percent-encodings read; one with a stray percent sign, or octets that are not UTF-8, as it is. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What an IRI ends in, as people write it: its identifier. */
export const lastPart = (iri: string): string => percentDecoded(iri.slice(iri.lastIndexOf('/') + 1));
