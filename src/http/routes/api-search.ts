import { iriPathOf } from '../canonical-address.ts';
import type { Handler } from '../methods.ts';
import { notFound } from '../problem.ts';
import { sendResults } from '../search/send-results.ts';
import { sendSuggestions } from '../search/send-suggestions.ts';
import type { ServedContext } from '../serving.ts';

/** /api/search: the same for programs: JSON, GeoJSON, CSV; completions of what is typed. */
export const API_SEARCH = /^\/api\/(?:search(?:\.[a-z]+)?|suggest(?:\.json)?)$/;

const ADDRESS = /^\/api\/(search|suggest)(?:\.([a-z]+))?$/;

export const apiSearch =
  (context: ServedContext): Handler =>
  (request, response) => {
    const [, name, extension] = ADDRESS.exec(iriPathOf(request)) ?? [];
    const { finder } = context;
    if (!finder) throw notFound();
    return name === 'search'
      ? sendResults(context, finder, { request, response }, extension)
      : sendSuggestions(context, finder, request, response);
  };
