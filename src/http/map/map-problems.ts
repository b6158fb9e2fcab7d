import { type HttpProblem, problem } from '../problem.ts';

/** Squares of one answer: those of a screen twice as wide and high as any there is. */
export const MOST_CELLS = 4096;

/** A large part of the world in small squares: more than an answer holds. */
export const tooManyCells = (zoom: number): HttpProblem =>
  problem(
    'parameter-invalid',
    {
      fr: `Ces limites (bounds) comptent plus de ${MOST_CELLS} carrés au niveau ${zoom} (zoom). Resserrez-les, ou demandez un niveau plus petit.`,
      en: `These bounds hold more than ${MOST_CELLS} squares at level ${zoom} (zoom). Narrow them, or ask for a smaller level.`,
    },
    { members: { parameter: 'zoom', value: String(zoom), most: MOST_CELLS } },
  );
