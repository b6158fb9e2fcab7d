// @ts-check

import { element, say } from '../common/element.js';
import { readAddress, writeAddress } from './address.js';
import { createAdvice } from './advice.js';
import { createCells } from './cells.js';
import { openEditor } from './editor.js';
import { createResults } from './results.js';
import { ask } from './run.js';

/*
 * The query page with scripts. Without them the form asks by itself; here it is taken over: an editor that knows the data,
 * advice while one types, answers in place, and a button that stops.
 */

const told = document.getElementById('desk');
if (told) open(JSON.parse(told.textContent ?? '{}'));

async function open(settings) {
  const { texts, language, languageChosen, addresses } = settings;
  const form = document.querySelector('form.query');
  const field = form?.querySelector('textarea');
  if (!form || !field) return;
  await import(addresses.editor);
  const cells = createCells(settings);
  const once = (make) => {
    let made;
    return () => {
      made ??= make();
      return made;
    };
  };
  const chosen = languageChosen ? language : undefined;
  /** @type {{ view: string | undefined, running: AbortController | undefined }} */
  const state = { view: readAddress(location).view, running: undefined };
  const desk = {
    ...settings,
    cells,
    number: cells.number,
    terms: once(() => fetched(`/sparql/terms.json?lang=${language}`, { classes: [], properties: [] })),
    territories: once(() => fetched(`/sparql/territories.json?lang=${language}`, [])),
    leaflet: once(async () => {
      document.head.append(element('link', { rel: 'stylesheet', href: addresses.mapStyle }));
      await import(addresses.map);
      return globalThis.L;
    }),
    onRun: () => run(),
    onChange: () => advice.soon(),
    editor: () => editor,
    advice: () => advice,
  };

  const run_ = element(
    'button',
    { type: 'button', class: 'run', title: texts.runHint, onclick: () => run() },
    texts.run,
  );
  const stop = element(
    'button',
    { type: 'button', class: 'stop', hidden: true, onclick: () => state.running?.abort() },
    texts.stop,
  );
  const link = element('button', { type: 'button', class: 'quiet', onclick: copyLink }, texts.permalink);
  const linkSaid = element('output', { class: 'soft small' });
  const adviceList = element('ul', {
    class: 'advice',
    hidden: true,
    'aria-label': texts.advice,
    'aria-live': 'polite',
  });
  const place = element('div', { class: 'answers' });
  const buttons = form.querySelector('.ask');
  const isOnButton = buttons?.contains(document.activeElement);
  buttons?.replaceWith(
    adviceList,
    element(
      'div',
      { class: 'ask' },
      run_,
      stop,
      link,
      linkSaid,
      element('span', { class: 'soft small keys' }, texts.keys),
    ),
  );
  if (isOnButton) run_.focus();
  const served = document.querySelector('main > .answer');
  form.after(place);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    run();
  });
  form.querySelector('label')?.addEventListener('click', () => editor.focus());

  const results = createResults(place, desk, (view) => {
    state.view = view;
    history.replaceState(
      null,
      '',
      writeAddress({ query: readAddress(location).query, view, language: chosen }),
    );
  });
  const advice = createAdvice(adviceList, desk);
  // The same remarks, as the page has them for browsers without scripts.
  document.querySelector('main > ul.advice')?.remove();
  const editor = openEditor(
    field,
    globalThis.Yasqe.default ?? globalThis.Yasqe.Yasqe ?? globalThis.Yasqe,
    desk,
  );
  document.documentElement.dataset.desk = 'open';

  /** Asks what stands in the editor, and puts it into the address. */
  async function run({ isNew = true } = {}) {
    const query = editor.text();
    if (query.trim() === '') return;
    state.running?.abort();
    const stopping = new AbortController();
    state.running = stopping;
    if (isNew) history.pushState(null, '', writeAddress({ query, view: state.view, language: chosen }));
    document.querySelector('main > .answer')?.remove();
    stop.hidden = false;
    results.tell(texts.running);
    const began = performance.now();
    try {
      const found = await ask(query, { language, isSelect: editor.isSelect(), signal: stopping.signal });
      if (state.running !== stopping) return;
      if (found.problem) {
        results.problem(found.problem);
        advice.showProblem(found.problem);
      } else results.answer(found, query, state.view);
    } catch (error) {
      if (state.running !== stopping) return;
      results.tell(
        stopping.signal.aborted
          ? say(texts.stopped, { seconds: cells.number(Math.round((performance.now() - began) / 100) / 10) })
          : texts.noServer,
      );
      if (!stopping.signal.aborted && !(error instanceof TypeError)) throw error;
    } finally {
      if (state.running === stopping) {
        state.running = undefined;
        stop.hidden = true;
      }
    }
  }

  async function copyLink() {
    const address = new URL(
      writeAddress({ query: editor.text(), view: state.view, language: chosen }),
      location.href,
    ).href;
    try {
      await navigator.clipboard.writeText(address);
      linkSaid.textContent = texts.linkCopied;
    } catch {
      // No clipboard here (a page without TLS, a refusal): the address is shown to be copied.
      linkSaid.replaceChildren(element('a', { href: address }, texts.linkHere));
    }
  }

  /** Ready-made questions open in the editor and are asked there. */
  document.addEventListener('click', (event) => {
    const anchor =
      event.target instanceof Element ? event.target.closest('.questions a[href^="/sparql?"]') : null;
    if (!anchor || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    state.view = undefined;
    editor.setText(readAddress(new URL(String(anchor.getAttribute('href')), location.href)).query);
    form.scrollIntoView({ block: 'start' });
    run();
  });

  window.addEventListener('popstate', () => follow());

  /** Shows what the address says. */
  function follow() {
    const { query, view } = readAddress(location);
    state.view = view;
    if (query.trim() === '') {
      state.running?.abort();
      results.clear();
      return;
    }
    editor.setText(query);
    run({ isNew: false });
  }

  const { query } = readAddress(location);
  if (query !== '' && query !== field.value) editor.setText(query);
  // What the server has refused already is not asked again.
  if (query.trim() !== '' && !served?.classList.contains('problem')) run({ isNew: false });
  advice.check();
}

async function fetched(address, otherwise) {
  const response = await fetch(address, { headers: { accept: 'application/json' } });
  return response.ok ? response.json() : otherwise;
}
