/** Reference codes of the Ministry of Culture: letters in capitals, spaces out; undefined where it is none. */
const code =
  (form: RegExp) =>
  (value: string): string | undefined => {
    const text = value.replace(/[\s\u00A0\u202F]+/g, '').toUpperCase();
    return form.test(text) ? text : undefined;
  };

/** Two figures, or 2A and 2B for Corsica. */
const DEPARTMENT = String.raw`(?:\d{2}|2[AB])`;

/** `M0410`, `M5058-01`: Muséofile. */
export const museofileId = code(/^M\d{4,5}(?:-\d{1,2})?$/);
/** Eleven figures or letters, one hyphen at most: `000DE021526`, `M0354000123`. */
export const jocondeId = code(/^(?=.{8,12}$)[\dA-Z]{2,6}-?[\dA-Z]*\d{4}$/);
/** `PA00114985`, `IA2A000123`, `EA`: buildings, in Mérimée. */
export const merimeeId = code(new RegExp(`^(?:PA|IA|EA)${DEPARTMENT}\\d{6}$`));
/** `PM31000123`, `IM`, `EM`: furnishings, in Palissy. */
export const palissyId = code(new RegExp(`^(?:PM|IM|EM)${DEPARTMENT}\\d{6}$`));

/** INSEE code of a commune: the zero that spreadsheets lose is given back. */
export function inseeCode(value: string): string | undefined {
  const text = value
    .trim()
    .toUpperCase()
    .replace(/^\d{4}$/, '0$&');
  return /^(?!00)(\d{5}|2[AB]\d{3})$/.test(text) ? text : undefined;
}
