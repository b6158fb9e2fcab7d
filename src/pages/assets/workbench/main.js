// The workbench follows the files: whenever the preview has changed, the page is asked again and what differs is put in place.
import { followEvents } from './follow.js';
import { followPage, holdLinks } from './page-frame.js';
import { setUpTabs } from './tabs.js';

/** Parts of the page that are put in place one by one, so that what is being read stays where it is. */
const PARTS = [
  'title',
  'status',
  'complaints',
  'records',
  'pane-row',
  'pane-statements',
  'whole',
  'language',
];

let asked = 0;

/** Asks for this address again, and puts in place what has changed. */
async function refresh() {
  const mine = ++asked;
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => undefined);
  if (!answer?.ok || mine !== asked) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  // A newer answer may have come while this one was read.
  if (mine !== asked) return;
  document.title = fresh.title;
  if (hasOtherParts(fresh)) replace('bench', fresh);
  else await followPage(fresh);
  for (const id of PARTS) replace(id, fresh);
  setUpTabs();
  holdLinks(document.getElementById('thing'));
  document.documentElement.dataset.version = String(mine);
}

/** Whether there is a list or a page on one side only. */
const hasOtherParts = (fresh) =>
  ['records', 'panes', 'thing'].some(
    (id) => (fresh.getElementById(id) === null) !== (document.getElementById(id) === null),
  );

/** Puts an element in place of its like; focus and scrolling stay as they were. */
function replace(id, fresh) {
  const now = document.getElementById(id);
  const next = fresh.getElementById(id);
  if (!now || !next) return;
  if (id === 'status') return says(now, next);
  if (now.innerHTML === next.innerHTML && now.className === next.className) return takeAttributes(now, next);
  const focused = now.contains(document.activeElement) ? document.activeElement : null;
  const places = [...now.querySelectorAll('.scroll, .wide, ol')].map(({ scrollTop, scrollLeft }) => [
    scrollTop,
    scrollLeft,
  ]);
  now.replaceChildren(...next.childNodes);
  takeAttributes(now, next);
  for (const [at, element] of [...now.querySelectorAll('.scroll, .wide, ol')].entries())
    [element.scrollTop, element.scrollLeft] = places[at] ?? [0, 0];
  focusAgain(now, focused);
}

/** A status that is told again unchanged is not told: only its text is another. */
function says(now, next) {
  now.className = next.className;
  if (now.textContent !== next.textContent) now.textContent = next.textContent;
}

function takeAttributes(now, next) {
  for (const name of ['class', 'href', 'aria-label']) {
    const value = next.getAttribute(name);
    if (value !== null && value !== now.getAttribute(name)) now.setAttribute(name, value);
  }
}

function focusAgain(within, focused) {
  if (!focused) return;
  const same = focused.id
    ? document.getElementById(focused.id)
    : [...within.querySelectorAll('a[href], [tabindex]')].find(
        (one) =>
          one.tagName === focused.tagName &&
          one.getAttribute('href') === focused.getAttribute('href') &&
          one.getAttribute('aria-label') === focused.getAttribute('aria-label'),
      );
  same?.focus({ preventScroll: true });
}

// Another record is another address, without loading the page anew.
document.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a[href^="/?"]') : null;
  if (
    !link ||
    link.id === 'language' ||
    event.button !== 0 ||
    event.metaKey ||
    event.ctrlKey ||
    event.shiftKey
  )
    return;
  event.preventDefault();
  history.pushState(null, '', link.getAttribute('href'));
  void refresh();
});
addEventListener('popstate', () => void refresh());

setUpTabs();
holdLinks(document.getElementById('thing'));
followEvents(() => void refresh());
