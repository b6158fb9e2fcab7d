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
