/**
 * Tells when the preview has changed. What comes together is told once; where the preview has ended the page says so, and
 * goes on when it is back.
 */
export function followEvents(changed) {
  const events = new EventSource('/events');
  let _waiting;
  const soon = () => {
    _waiting ??= setTimeout(() => {
      _waiting = undefined;
      changed();
    }, 20);
  };
  events.addEventListener('changed', soon);
  // After a break something may have been missed.
  events.addEventListener('open', soon);
  events.addEventListener('error', () => {
    const status = document.getElementById('status');
    const { lost } = document.body.dataset;
    if (!status || !lost) return;
    status.textContent = lost;
    status.className = 'status stale';
  });
}
