/** A blank node as the subject of a line, or as its object before the graph. */
const SUBJECT = /^_:(\S+)/gm;
const OBJECT = / _:(\S+)( <[^<>\s]*> \.)$/gm;

/**
 * Replaces blank nodes by IRIs (RDF 1.1, section 3.5): what is published can be cited and compared. The labels that
 * mapping makes are the same for the same record, so the IRIs are stable.
 * @param nquads whole lines, each with its graph
 */
export function skolemised(nquads: string, space: string): string {
  if (!nquads.includes('_:')) return nquads;
  return nquads.replace(SUBJECT, `<${space}$1>`).replace(OBJECT, ` <${space}$1>$2`);
}
