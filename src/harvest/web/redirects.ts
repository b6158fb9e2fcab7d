import type { HarvestBounds } from '../bounds.ts';
import { badRedirect, redirectLoop, tooManyRedirects } from './web-failures.ts';
import { discard, type WebAnswer, type WebRequest } from './web-request.ts';

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
const PERMANENT: readonly number[] = [301, 308];

/** Sends one request, following nothing. */
type Send = (asked: WebRequest, signal?: AbortSignal) => Promise<WebAnswer>;

/** Follows redirects; each hop is judged like the first address. */
export async function followed(
  asked: WebRequest,
  send: Send,
  bounds: HarvestBounds,
  signal?: AbortSignal,
): Promise<WebAnswer> {
  const seen = new Set<string>();
  const { origin } = new URL(asked.url);
  let moved: string | undefined;
  let isForGood = true;
  for (let url = asked.url; ; ) {
    if (seen.has(url)) throw redirectLoop(url);
    if (seen.size > bounds.redirects) throw tooManyRedirects(asked.url, bounds.redirects);
    seen.add(url);
    const { secret = {}, headers = {} } = asked;
    const answer = await send({ url, headers, secret: new URL(url).origin === origin ? secret : {} }, signal);
    if (!REDIRECTS.includes(answer.status)) return { ...answer, ...(moved !== undefined && { moved }) };
    discard(answer);
    url = target(answer);
    isForGood &&= PERMANENT.includes(answer.status);
    if (isForGood) moved = url;
  }
}

function target({ url, status, headers }: WebAnswer): string {
  const { location } = headers;
  if (location === undefined || !URL.canParse(location, url)) throw badRedirect(url, status);
  const next = new URL(location, url);
  next.username = '';
  next.password = '';
  next.hash = '';
  return next.href;
}
