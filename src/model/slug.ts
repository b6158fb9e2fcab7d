/** Whether a text can be a name in addresses: lower case without accents, digits, single hyphens between them. */
export const isSlug = (text: string): boolean => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(text);
