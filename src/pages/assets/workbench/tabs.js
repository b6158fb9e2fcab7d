/** Where three columns have no room, they are tabs: WAI-ARIA's pattern, with the arrow keys. */
const NARROW = matchMedia('(max-width: 75rem)');

let chosen = 'pane-row';

/** Makes tabs of the panes that are there, or panes again of tabs; to be called whenever the page has changed. */
export function setUpTabs() {
  const panes = [...document.querySelectorAll('.pane')];
  const list = tabList();
  if (panes.length === 0 || !list) return;
  if (!list.isConnected) panes[0].before(list);
  list.hidden = !NARROW.matches;
  list.replaceChildren(...panes.map(tabOf));
  show(panes);
}

function tabList() {
  const known = document.getElementById('tabs');
  if (known) return known;
  if (!document.getElementById('panes')) return undefined;
  const list = document.createElement('div');
  list.id = 'tabs';
  list.className = 'tabs';
  list.setAttribute('role', 'tablist');
  list.addEventListener('keydown', onKey);
  return list;
}

function tabOf(pane) {
  const known = document.getElementById(`tab-${pane.id}`);
  const tab = known ?? document.createElement('button');
  tab.id = `tab-${pane.id}`;
  tab.setAttribute('type', 'button');
  tab.setAttribute('role', 'tab');
  tab.setAttribute('aria-controls', pane.id);
  tab.textContent = pane.querySelector('h2')?.textContent ?? '';
  if (!known) tab.addEventListener('click', () => choose(pane.id));
  return tab;
}

function choose(id) {
  chosen = id;
  show([...document.querySelectorAll('.pane')]);
  document.getElementById(`tab-${id}`)?.focus();
}

function show(panes) {
  const isNarrow = NARROW.matches;
  for (const pane of panes) {
    const isChosen = pane.id === chosen;
    pane.hidden = isNarrow && !isChosen;
    const tab = document.getElementById(`tab-${pane.id}`);
    tab?.setAttribute('aria-selected', String(isChosen));
    tab?.setAttribute('tabindex', isChosen ? '0' : '-1');
    if (isNarrow) {
      pane.setAttribute('role', 'tabpanel');
      pane.setAttribute('aria-labelledby', `tab-${pane.id}`);
    } else {
      pane.removeAttribute('role');
      pane.setAttribute('aria-labelledby', pane.querySelector('h2')?.id ?? '');
    }
  }
}

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

function onKey(event) {
  const ids = [...document.querySelectorAll('.pane')].map(({ id }) => id);
  const at = ids.indexOf(chosen);
  const next = event.key === 'Home' ? 0 : event.key === 'End' ? ids.length - 1 : at + (STEPS[event.key] ?? 0);
  if (next === at) return;
  event.preventDefault();
  choose(ids[(next + ids.length) % ids.length]);
}

NARROW.addEventListener('change', setUpTabs);
