import type { ContributionFlag, NewContribution } from '../model/index.ts';

/** From so many links on in what is said, a contribution looks like an advertisement. */
const MANY_LINKS = 3;
const LINK = /https?:\/\/|www\./gi;
const MARKUP = /<\s*a\s|\[\s*url\b|\[\s*link\b/i;

/** What a moderator is to know at first sight. Nothing is refused for it: a curator may well cite three addresses. */
export function flagsOf({ text, proposal = '', name = '' }: NewContribution): readonly ContributionFlag[] {
  const said = `${text}\n${proposal}\n${name}`;
  const links = said.match(LINK)?.length ?? 0;
  return [
    ...(links >= MANY_LINKS ? (['links'] as const) : []),
    ...(MARKUP.test(said) ? (['markup'] as const) : []),
  ];
}
