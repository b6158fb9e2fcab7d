/** An identifier as people write it, where a thing has no label. */
export function readable(identifier: string): string {
  try {
    return decodeURIComponent(identifier);
  } catch {
    return identifier; // A stray percent sign: the identifier is shown as it is.
  }
}
