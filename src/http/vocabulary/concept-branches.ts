import type { ConceptTrees, Language, TreeConcept } from '../../model/index.ts';
import type { ConceptBranch } from '../../pages/index.ts';

/** Concepts of one page of a tree: it stays under 100 KB whatever the vocabulary. */
const MOST_CONCEPTS = 220;
/** Concepts of one level on a page. */
export const LEVEL = 150;
/** Steps up from a concept: beyond, the tree is no tree. */
const MOST_STEPS = 30;
/** Branches of so few concepts are open from the start. */
const MOST_OPEN = 60;

/** Fills a page with what is below some concepts, level by level; what does not fit is left to pages of its own. */
export function branchesOf(
  trees: ConceptTrees,
  level: readonly TreeConcept[],
  language: Language,
): readonly ConceptBranch[] {
  const roots = level.map((concept) => ({ concept, narrower: [] as Growing[] }));
  const seen = new Set(level.map(({ iri }) => iri));
  let waiting: readonly Growing[] = roots.filter(hasNarrower);
  while (waiting.length > 0) {
    const below = waiting.reduce((sum, { concept }) => sum + concept.narrower, 0);
    if (seen.size + below > MOST_CONCEPTS) break;
    for (const branch of waiting) {
      const { concepts } = trees.narrower(branch.concept.iri, { language, offset: 0, limit: LEVEL });
      for (const concept of concepts) {
        if (seen.has(concept.iri)) continue;
        seen.add(concept.iri);
        branch.narrower.push({ concept, narrower: [] });
      }
    }
    waiting = waiting.flatMap(({ narrower }) => narrower.filter(hasNarrower));
  }
  return opened(roots, seen.size <= MOST_OPEN);
}

interface Growing {
  readonly concept: TreeConcept;
  readonly narrower: Growing[];
}

const hasNarrower = ({ concept }: Growing): boolean => concept.narrower > 0;

const opened = (branches: readonly Growing[], isOpen: boolean): readonly ConceptBranch[] =>
  branches.map(({ concept, narrower }) => ({ concept, narrower: opened(narrower, isOpen), isOpen }));

/** One way from the top of the tree down to a concept, the concept left out. */
export function wayTo(trees: ConceptTrees, iri: string, language: Language): readonly TreeConcept[] {
  const way: TreeConcept[] = [];
  const seen = new Set([iri]);
  for (let at = iri; way.length < MOST_STEPS; ) {
    const [next] = trees.broader(at).filter((one) => !seen.has(one));
    const concept = next === undefined ? undefined : trees.concept(next, language);
    if (!concept) break;
    seen.add(concept.iri);
    way.unshift(concept);
    at = concept.iri;
  }
  return way;
}
