import { nodesOf, placeOfNode, type SyntaxNode } from '../sparql/index.ts';
import type { EditedText } from './edited-text.ts';
import { isService, outermostServices, type ServicePattern } from './service-patterns.ts';
import { certainVariables, innerPatterns, kindOf, variablesBelow, visibleVariables } from './variables.ts';

/** What a query asks around a SERVICE pattern: only solutions of the SERVICE that fit one of these matter. */
export interface JoinContext {
  /** A group graph pattern without its braces; empty where nothing is around. */
  readonly text: string;
  /** Variables that the context may bind and every solution of the SERVICE binds. */
  readonly shared: readonly string[];
  /** Whether the SERVICE is tried for each solution (OPTIONAL, MINUS, EXISTS) and not joined with all. */
  readonly isTried: boolean;
}

/** Whether a pattern always narrows its group, so that its place in the group does not matter. */
const JOINS: ReadonlySet<unknown> = new Set(['bgp', 'values', 'group', 'union', 'graph']);

/** A pattern that what comes before it changes: only a whole beginning of a group may hold it. */
const FOLLOWS: ReadonlySet<unknown> = new Set(['optional', 'minus', 'bind']);

/** What holds members that are joined. */
const GROUPS: ReadonlySet<unknown> = new Set(['group', 'optional', 'minus', 'graph']);

/** What is not joined with its group: the SERVICE is tried for each solution of the group. */
const BORDERS: ReadonlySet<unknown> = new Set(['optional', 'minus', 'filter', 'bind']);

/**
 * The context of a SERVICE pattern. It goes outwards as long as what is outside is joined with what is inside; of what
 * stands around OPTIONAL and MINUS only the beginning counts, of what stands around EXISTS all that is joined; a subquery
 * is a border. SERVICE patterns that have been replaced are part of it, others are not.
 */
export function joinContext(service: ServicePattern, edited: EditedText): JoinContext {
  const { levels, outside, isTried } = levelsOf(service);
  const seen = new Set<string>();
  let text = '';
  for (const level of levels) {
    const around = aroundIn(level, edited);
    for (const name of around.variables) seen.add(name);
    text = `${around.text}${text === '' ? '' : `\n{ ${text} }`}`;
    if (kindOf(level.group) === 'graph' && text !== '') text = inGraph(level.group, text, edited);
  }
  if (outside && text !== '') text = inGraph(outside, text, edited);
  const certain = certainVariables(innerPatterns(service.node));
  return { text, shared: [...certain].filter((name) => seen.has(name)).sort(), isTried };
}

/** A group around the SERVICE, and its member that holds it. */
interface Level {
  readonly group: SyntaxNode;
  readonly child: SyntaxNode;
  /** Whether what follows the member does not narrow it. */
  readonly onlyBefore: boolean;
  /** Whether EXISTS is around: what is optional there depends on the solution that it is tried for. */
  readonly onlyPlain: boolean;
}

interface Levels {
  readonly levels: readonly Level[];
  /** The GRAPH in which the outermost level stands. */
  readonly outside: SyntaxNode | undefined;
  readonly isTried: boolean;
}

function levelsOf({ node, ancestors }: ServicePattern): Levels {
  const levels: Level[] = [];
  const onlyPlain = ancestors.some((one) => kindOf(one) === 'filter' || kindOf(one) === 'bind');
  let border: unknown;
  let at = 0;
  for (; at < ancestors.length; at++) {
    const group = ancestors[at] as SyntaxNode;
    const kind = kindOf(group);
    const isLast = kind === 'query' || (border !== undefined && GROUPS.has(kind));
    const child = ancestors[at - 1] ?? node;
    const onlyBefore = border !== undefined && border !== 'filter';
    if (GROUPS.has(kind)) levels.push({ group, child, onlyBefore, onlyPlain });
    if (isLast) break;
    if (BORDERS.has(kind)) border = kind;
  }
  const isInGraph = levels.at(-1)?.group['subType'] === 'graph';
  const outside = isInGraph ? undefined : ancestors.slice(at).find((one) => kindOf(one) === 'graph');
  return { levels, outside, isTried: border !== undefined };
}

function inGraph(graph: SyntaxNode, text: string, edited: EditedText): string {
  const name = placeOfNode(graph['name'] as SyntaxNode);
  return `GRAPH ${edited.slice(name?.start, name?.end)} {\n${text}\n}`;
}

interface Around {
  readonly text: string;
  readonly variables: readonly string[];
}

function aroundIn({ group, child, onlyBefore, onlyPlain }: Level, edited: EditedText): Around {
  const isUsed = (one: SyntaxNode): boolean => !onlyPlain || one === child || isPlain(one);
  const all = innerPatterns(group).filter(isUsed);
  const at = all.indexOf(child);
  const before = beginning(all.slice(0, Math.max(at, 0)), edited);
  const after = onlyBefore ? [] : all.slice(at + 1).filter((one) => joins(one) && isKnown(one, edited));
  const kept = [...before, ...after];
  const certain = certainVariables(kept);
  const filters = all.filter((one) => kindOf(one) === 'filter' && one !== child && isAbout(one, certain));
  return {
    text: [...kept, ...(kept.length > 0 ? filters : [])].map((one) => written(one, edited)).join('\n'),
    variables: [...visibleVariables(kept)],
  };
}

/** What stands before the SERVICE, in order; after something unknown, only what joins. */
function beginning(patterns: readonly SyntaxNode[], edited: EditedText): readonly SyntaxNode[] {
  let isWhole = true;
  return patterns.filter((one) => {
    if (kindOf(one) === 'filter') return false;
    const known = isKnown(one, edited);
    isWhole &&= known;
    return known && (joins(one) || (isWhole && FOLLOWS.has(kindOf(one))));
  });
}

const joins = (node: SyntaxNode): boolean => JOINS.has(kindOf(node)) || isService(node);

/** Whether a pattern means the same wherever it stands. */
const isPlain = (node: SyntaxNode): boolean =>
  [...nodesOf(node)].every((one) => one['type'] !== 'query' && !FOLLOWS.has(one['subType']));

/** Whether every SERVICE below has been replaced. */
const isKnown = (node: SyntaxNode, edited: EditedText): boolean =>
  outermostServices(node).every((one) => edited.isReplaced(placeOfNode(one)?.start ?? -1));

/** A filter that asks nothing but values of these variables. */
const isAbout = (filter: SyntaxNode, variables: ReadonlySet<string>): boolean =>
  [...variablesBelow(filter)].every((name) => variables.has(name)) &&
  [...nodesOf(filter['expression'])].every(({ type }) => type !== 'pattern');

function written(node: SyntaxNode, edited: EditedText): string {
  const place = placeOfNode(node);
  const text = edited.slice(place?.start, place?.end);
  return kindOf(node) === 'bgp' && !text.endsWith('.') ? `${text} .` : text;
}
