// @ts-check
import { element, say } from '../common/element.js';

/** Milliseconds without typing before the text is looked at. */
const QUIET = 450;

/**
 * Shows under the editor what the server thinks of its text, and marks the places.
 * @param {HTMLElement} list
 * @param {{ language: string, texts: Record<string, string>, editor: () => any }} desk
 */
export function createAdvice(list, { language, texts, editor }) {
  let timer;
  let going = new AbortController();
  let latest = '';
  let count = 0;

  async function check() {
    const text = editor().text();
    going.abort();
    going = new AbortController();
    latest = text;
    const found = text.trim() === '' ? [] : await fetchAdvice(text, going.signal);
    if (found === undefined || text !== editor().text()) return;
    show(found.map((one) => ({ ...one, message: one.message[language] })));
  }

  function show(advice) {
    editor().mark(advice);
    list.replaceChildren(...advice.map(entry));
    count = advice.length;
    list.hidden = count === 0;
  }

  const entry = (one) =>
    element(
      'li',
      { class: one.severity },
      element(
        'button',
        { type: 'button', class: 'plain', onclick: () => editor().goTo(one) },
        say(texts.lineNumber, { line: String(one.line) }),
      ),
      ' ',
      element('bdi', {}, one.message),
      one.suggestion !== undefined && ' ',
      one.suggestion !== undefined &&
        element(
          'button',
          { type: 'button', class: 'quiet', onclick: () => editor().replace(one, one.suggestion) },
          say(texts.replaceBy, { text: one.suggestion }),
        ),
    );

  return {
    check,
    count: () => count,
    soon() {
      clearTimeout(timer);
      timer = setTimeout(check, QUIET);
    },
    /**
     * A problem that running has found, where checking found none.
     * @param {{ title?: string, detail?: string, line?: number, column?: number }} found
     */
    showProblem({ line, column, detail }) {
      if (line === undefined || latest !== editor().text()) return;
      editor().mark([{ line, column, length: 1, severity: 'error', message: detail }]);
    },
  };
}

/** Undefined when the question is overtaken; advice that cannot be had is no reason to stop anybody. */
async function fetchAdvice(text, signal) {
  try {
    const response = await fetch('/sparql/check', {
      method: 'POST',
      headers: { 'content-type': 'application/sparql-query', accept: 'application/json' },
      body: text,
      signal,
    });
    return response.ok ? await response.json() : [];
  } catch {
    return undefined;
  }
}
