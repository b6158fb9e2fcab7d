// @ts-check
import { element } from './dom.js';
import { matching, prepared, shrunk } from './terms.js';

/**
 * Teaches the editor the words of these data: classes after `a`, properties where one may stand, our prefixes. Nothing is
 * asked of other sites: the completers of the package that do so are not enabled.
 * @param {any} Yasqe
 * @param {{ terms: () => Promise<{ classes: any[], properties: any[] }>, prefixes: Record<string, string>, number: (count: number) => string }} knowledge
 * @returns {{ names: string[], explicitly: (act: () => void) => void }} names for the editor's settings
 */
export function registerCompleters(Yasqe, { terms, prefixes, number }) {
  const builtIn = Yasqe.Autocompleters;
  let isExplicit = false;

  const completer = (name, list, isValidCompletionPosition) => {
    let shown = new Map();
    Yasqe.registerAutocompleter(
      {
        name,
        bulk: false,
        autoShow: true,
        persistenceId: null,
        isValidCompletionPosition,
        preProcessToken: (_yasqe, token) => token,
        async get(yasqe, token) {
          const typed = (token?.string ?? '').trim();
          if (typed === '' && !isExplicit) return [];
          const own = yasqe.getPrefixesFromQuery();
          const found = matching(prepared(await list(), { ...prefixes, ...own }), typed === 'a' ? '' : typed);
          shown = new Map(found.map((term) => [term.iri, term]));
          return [...shown.keys()];
        },
        postprocessHints: (yasqe, hints) => hints.map((hint) => ({ ...hint, ...offered(yasqe, shown.get(hint.text)) })),
      },
      false,
    );
  };

  const offered = (yasqe, term) => {
    const own = yasqe.getPrefixesFromQuery();
    const known = Object.fromEntries(Object.entries(prefixes).filter(([prefix]) => !Object.hasOwn(own, prefix)));
    const { text, prefix, namespace } = shrunk(term.iri, { ...known, ...own });
    return {
      text,
      render: (row) => row.append(...rowOf(term, text, number)),
      hint: (editor, data, hint) => {
        editor.replaceRange(text, hint.from ?? data.from, hint.to ?? data.to, 'complete');
        if (prefix !== undefined && own[prefix] === undefined) yasqe.addPrefixes({ [prefix]: namespace });
      },
    };
  };

  completer('data-classes', async () => (await terms()).classes, builtIn.class.isValidCompletionPosition);
  completer('data-properties', async () => (await terms()).properties, builtIn.property.isValidCompletionPosition);
  Yasqe.registerAutocompleter(
    { ...builtIn.prefixes, persistenceId: null, get: () => prefixLines(builtIn.prefixes, prefixes) },
    false,
  );
  return {
    names: ['prefixes', 'variables', 'data-classes', 'data-properties'],
    explicitly(act) {
      isExplicit = true;
      act();
      isExplicit = false;
    },
  };
}

const rowOf = ({ label, count }, text, number) => [
  element('span', { class: 'hint-term' }, text),
  ' ',
  label && element('span', { class: 'hint-label' }, label),
  ' ',
  element('span', { class: 'hint-count' }, number(count)),
].filter(Boolean);

/** Ours, then those of the package that ours do not know. */
async function prefixLines(bundled, prefixes) {
  const others = await bundled.get({ config: { prefixCcApi: null } });
  const line = ([prefix, namespace]) => `${prefix}: <${namespace}>`;
  return [
    ...Object.entries(prefixes).map(line),
    ...others.filter((one) => !Object.hasOwn(prefixes, one.slice(0, one.indexOf(':')))),
  ];
}
