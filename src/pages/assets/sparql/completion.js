// @ts-check
import { element } from '../common/element.js';
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
  const bundled = { ...builtIn.prefixes };
  let isExplicit = false;

  const completer = (name, list, role) => {
    const known = new Map();
    Yasqe.registerAutocompleter(
      {
        name,
        bulk: false,
        autoShow: true,
        persistenceId: null,
        isValidCompletionPosition: (yasqe) => wordBefore(yasqe).role === role,
        preProcessToken(yasqe, token) {
          const { word, start, end } = wordBefore(yasqe);
          return { ...token, string: word, autocompletionString: word, from: { ch: start }, to: { ch: end } };
        },
        async get(yasqe, token) {
          const typed = (token?.string ?? '').trim();
          // `a` is a word of its own far more often than the beginning of one.
          if ((typed === '' || typed === 'a') && !isExplicit) return [];
          const own = yasqe.getPrefixesFromQuery();
          const found = matching(prepared(await list(), { ...prefixes, ...own }), typed === 'a' ? '' : typed);
          for (const term of found) known.set(term.iri, term);
          return found.map(({ iri }) => iri);
        },
        postprocessHints: (yasqe, hints) =>
          hints.map((hint) => ({ ...hint, ...offered(yasqe, known.get(hint.text)) })),
      },
      false,
    );
  };

  const offered = (yasqe, term) => {
    const own = yasqe.getPrefixesFromQuery();
    const others = Object.fromEntries(
      Object.entries(prefixes).filter(([prefix]) => !Object.hasOwn(own, prefix)),
    );
    const { text, prefix, namespace } = shrunk(term.iri, { ...others, ...own });
    return {
      text,
      render: (row) => row.append(...rowOf(term, text, number)),
      hint: (editor, data, hint) => {
        editor.replaceRange(text, hint.from ?? data.from, hint.to ?? data.to, 'complete');
        if (prefix !== undefined && own[prefix] === undefined) yasqe.addPrefixes({ [prefix]: namespace });
      },
    };
  };

  completer('data-classes', async () => (await terms()).classes, 'class');
  completer('data-properties', async () => (await terms()).properties, 'property');
  Yasqe.registerAutocompleter(
    { ...bundled, persistenceId: null, get: () => prefixLines(bundled, prefixes) },
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

/**
 * The word that ends at the cursor, and what may stand there. The package's own tokens take `auteur` for the keyword `a`
 * and a mistake: what counts is what may follow before the word.
 */
function wordBefore(yasqe) {
  const { line, ch: end } = yasqe.getDoc().getCursor();
  const text = yasqe.getDoc().getLine(line).slice(0, end);
  const word = /(?:<[^\s<>]*|[\p{L}\p{N}_:-]*)$/u.exec(text)?.[0] ?? '';
  const start = end - word.length;
  const { type, state } = yasqe.getTokenAt({ line, ch: start }, true);
  const isText =
    type === 'comment' || (type === 'string' && state.inLiteral !== undefined && state.inLiteral !== '');
  return {
    word,
    start,
    end,
    role: isText || /[?$@]$/.test(text.slice(0, start)) ? undefined : roleIn(state),
  };
}

function roleIn({ possibleNext, lastProperty }) {
  if (possibleNext.includes('a')) return 'property';
  const isOfType = ['a', 'rdf:type'].includes(lastProperty);
  return isOfType && possibleNext.includes('IRI_REF') ? 'class' : undefined;
}

const rowOf = ({ label, count }, text, number) =>
  [
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
