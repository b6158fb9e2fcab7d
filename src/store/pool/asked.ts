import type { SparqlQuestion } from '../../model/index.ts';
import { withRowLimit } from '../../sparql/index.ts';
import type { Asked } from './messages.ts';

/** A question as workers are asked it. One row more than may be answered is enough to know that there are too many. */
export function asked(question: SparqlQuestion, resultRows: number): Asked {
  const { text, limitPlace, mediaType, hasDataset, defaultGraphs, namedGraphs } = question;
  return {
    text: limitPlace?.text === text ? withRowLimit(limitPlace, resultRows + 1) : text,
    mediaType,
    union: !hasDataset && defaultGraphs === undefined,
    defaultGraphs,
    namedGraphs,
  };
}
