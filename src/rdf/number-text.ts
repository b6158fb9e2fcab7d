/** A decimal number or a double, as XML Schema writes them; no infinity. */
export const isNumberText = (text: string): boolean =>
  /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text);
