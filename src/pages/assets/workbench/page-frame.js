/** What the page of the thing was when it was last asked for. */
let shown = '';

/** Loads the page of the thing again where it is another; where it is that of the same thing, it stays scrolled. */
export async function followPage(fresh) {
  const frame = document.getElementById('thing');
  const next = fresh.getElementById('thing')?.getAttribute('src');
  const pane = fresh.getElementById('pane-page');
  if (!(frame instanceof HTMLIFrameElement) || !next || !pane) return replacePane(pane);
  const before = frame.dataset.address ?? frame.getAttribute('src') ?? '';
  const isSame = withoutMoment(before) === withoutMoment(next);
  if (before === next) return;
  const text = await fetch(next)
    .then((answer) => answer.text())
    .catch(() => '');
  if (isSame && text === shown) return;
  shown = text;
  const top = isSame ? (frame.contentWindow?.scrollY ?? 0) : 0;
  replaceHead(pane);
  load(frame, next);
  frame.addEventListener('load', () => frame.contentWindow?.scrollTo(0, top), { once: true });
}

/** Another page in the frame, in place of the one before: who goes back goes back to the record before, in one step. */
function load(frame, address) {
  frame.dataset.address = address;
  frame.contentWindow?.location.replace(address);
}

const withoutMoment = (address) => address.replace(/&at=[^&]*/, '');

function replacePane(pane) {
  const now = document.getElementById('pane-page');
  if (now && pane) now.replaceChildren(...pane.childNodes);
}

/** All that stands in the pane but the frame itself, which keeps what it shows until the new page is there. */
function replaceHead(pane) {
  const now = document.getElementById('pane-page');
  if (!now) return;
  for (const one of [...now.children]) if (one.tagName !== 'IFRAME' && one.tagName !== 'H2') one.remove();
  const frame = now.querySelector('iframe');
  for (const one of [...pane.children])
    if (one.tagName !== 'IFRAME' && one.tagName !== 'H2') now.insertBefore(one, frame);
}

const held = new WeakSet();

/** Links of the page lead to other previewed things and within it; others are inert. */
export function holdLinks(frame) {
  if (!frame || held.has(frame)) return;
  held.add(frame);
  const hold = () =>
    frame.contentDocument?.addEventListener('click', (event) => {
      const target = event.target;
      const link = target && 'closest' in target ? target.closest('a[href]') : null;
      if (link && link.origin !== location.origin) event.preventDefault();
    });
  frame.addEventListener('load', hold);
  hold();
}
