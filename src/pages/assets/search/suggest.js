// @ts-check

// Completes what is typed into the search boxes of a page. Without this script a box is a plain form.

import { keyOf, moved } from './keys.js';
import { addressOf, Listbox } from './listbox.js';

/** Milliseconds without a key before the site is asked. */
const WAIT = 120;
const SHORTEST = 2;

for (const form of document.querySelectorAll('form[data-suggest]')) {
  const input = form.querySelector('input[type="search"]');
  if (form instanceof HTMLFormElement && input instanceof HTMLInputElement) complete(form, input);
}

/** @param {HTMLFormElement} form @param {HTMLInputElement} input */
function complete(form, input) {
  const { suggest = '', found = '' } = form.dataset;
  const box = new Listbox(input, { label: form.getAttribute('aria-label') ?? '', found });
  form.append(box.list, box.status);
  const asking = questions(suggest, (suggestions) => {
    if (document.activeElement === input) box.show(suggestions);
  });
  const close = () => {
    asking.stop();
    box.show([]);
  };
  const typed = () => (isLongEnough(input) ? asking.soon(input.value) : close());
  input.addEventListener('input', (event) => {
    if (!(event instanceof InputEvent && event.isComposing)) typed();
  });
  input.addEventListener('compositionend', typed);
  input.addEventListener('blur', close);
  input.addEventListener('keydown', (event) => {
    const key = keyOf(event);
    if (key === undefined) return;
    if (!box.isOpen) {
      if (key === 'next') typed();
      return;
    }
    if (key !== 'take' || box.chosen !== undefined) event.preventDefault();
    if (key === 'take' && box.chosen !== undefined) location.assign(box.chosen);
    else if (key === 'take' || key === 'close') close();
    else box.activate(moved(box.active, key, box.count));
  });
  // A press would take the focus away before its click comes.
  box.list.addEventListener('pointerdown', (event) => event.preventDefault());
  box.list.addEventListener('click', ({ target }) => {
    const address = addressOf(target);
    if (address !== undefined) location.assign(address);
  });
}

/** @param {HTMLInputElement} input */
const isLongEnough = ({ value }) => value.trim().length >= SHORTEST;

/**
 * Asks for completions, the latest question only: those before it are given up.
 * @param {string} address
 * @param {(suggestions: readonly import('./listbox.js').Suggestion[]) => void} answered
 */
function questions(address, answered) {
  /** @type {AbortController | undefined} */
  let last;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  const stop = () => {
    clearTimeout(timer);
    last?.abort();
  };
  /** @param {string} text */
  const ask = async (text) => {
    last = new AbortController();
    const { signal } = last;
    const asked = new URL(address, location.href);
    asked.searchParams.set('q', text.trim());
    try {
      const answer = await fetch(asked, { signal, headers: { Accept: 'application/json' } });
      const { suggestions } = answer.ok ? await answer.json() : { suggestions: [] };
      if (!signal.aborted) answered(suggestions);
    } catch {
      // Given up, or out of reach: the form works without completions.
      if (!signal.aborted) answered([]);
    }
  };
  return {
    stop,
    /** @param {string} text */
    soon(text) {
      stop();
      timer = setTimeout(ask, WAIT, text);
    },
  };
}
