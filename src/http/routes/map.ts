import { landOutlines } from '../../pages/index.ts';
import { iriPathOf } from '../canonical-address.ts';
import { sendCells } from '../map/send-cells.ts';
import { sendMap } from '../map/send-map.ts';
import { sendThings } from '../map/send-things.ts';
import type { Handler } from '../methods.ts';
import { languageOf, variesByLanguage } from '../negotiation.ts';
import { notFound } from '../problem.ts';
import { reply } from '../reply.ts';
import type { ServedContext } from '../serving.ts';

/** /map: what is found, on a map; what the map asks for while it is moved. */
export const MAP = /^\/map(?:\/(?:cells|things|outlines)\.json)?$/;

const DATA = { '/map': sendMap, '/map/cells.json': sendCells, '/map/things.json': sendThings } as const;
/** Outlines change with the platform only. */
const DAY = 'public, max-age=86400';

export const map =
  (context: ServedContext): Handler =>
  (request, response) => {
    const path = iriPathOf(request);
    const { finder } = context;
    if (!finder) throw notFound();
    if (path === '/map/outlines.json') {
      variesByLanguage(response);
      const body = JSON.stringify(landOutlines(languageOf(request)));
      return reply(response, { body, mediaType: 'application/json', cacheControl: DAY });
    }
    return DATA[path as keyof typeof DATA](context, finder, request, response);
  };
