/** Names and values in the order of their occurrence. */
export type Form = readonly (readonly [name: string, value: string])[];

/**
 * Reads `application/x-www-form-urlencoded` text, strictly: undefined where a percent-encoding is broken or is not
 * UTF-8, because a query with a replaced character is another query.
 */
export function parseForm(text: string): Form | undefined {
  try {
    return text
      .split('&')
      .filter((pair) => pair !== '')
      .map((pair) => {
        const [name = '', ...value] = pair.split('=');
        return [decoded(name), decoded(value.join('='))] as const;
      });
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

const decoded = (text: string): string => decodeURIComponent(text.replaceAll('+', ' '));

/** All values of a name. */
export const valuesOf = (form: Form, name: string): readonly string[] =>
  form.filter(([one]) => one === name).map(([, value]) => value);

/** What stands behind the first question mark of an address: a second one is a character of a value. */
export function searchOf(address: string): string {
  const at = address.indexOf('?');
  return at === -1 ? '' : address.slice(at + 1);
}

/** The parameters of an address, read strictly: undefined where an encoding is broken. */
export const addressForm = (address: string): Form | undefined => parseForm(searchOf(address));

/** The parameters of an address, where a broken one does not matter. */
export const addressParameters = (address: string): URLSearchParams => new URLSearchParams(searchOf(address));
