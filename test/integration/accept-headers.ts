/** What clients send, and what a document about a thing should be for each of them. */
export interface KnownClient {
  readonly name: string;
  /** Absent: the client sends none. */
  readonly accept?: string;
  readonly document: string;
}

const HTML = 'text/html';
const TURTLE = 'text/turtle';
const JSON_LD = 'application/ld+json';
const RDF_XML = 'application/rdf+xml';

const client = (name: string, document: string, accept?: string): KnownClient => ({
  name,
  document,
  ...(accept !== undefined && { accept }),
});

/** Browsers and crawlers of the web of pages. */
export const BROWSERS: readonly KnownClient[] = [
  client(
    'Chrome, Edge',
    HTML,
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7',
  ),
  client(
    'Firefox',
    HTML,
    'text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/png,image/svg+xml,*/*;q=0.8',
  ),
  client('Safari', HTML, 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8'),
  client(
    'Googlebot',
    HTML,
    'text/html,application/xhtml+xml,application/signed-exchange;v=b3,application/xml;q=0.9,*/*;q=0.8',
  ),
  client('Lynx', HTML, 'text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01'),
  client('the OWL API, asking for a page', HTML, 'text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2'),
];

/** Programs that take anything, and programs that read RDF. */
export const PROGRAMS: readonly KnownClient[] = [
  client('curl, Wget, Python requests, Bingbot, LibreOffice', TURTLE, '*/*'),
  client('Python urllib', TURTLE),
  client(
    'Jena',
    TURTLE,
    'text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3',
  ),
  client(
    'RDF4J',
    TURTLE,
    'application/rdf+xml;q=0.8, application/ld+json;q=0.9, text/turtle, application/x-turtle, application/n-triples;q=0.9, application/trig;q=0.8',
  ),
  client(
    'rdflib, of no format',
    RDF_XML,
    'application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1',
  ),
  client('rdflib, JSON-LD', JSON_LD, 'application/ld+json, application/json;q=0.9, */*;q=0.1'),
  client('jsonld.js', JSON_LD, 'application/ld+json, application/json'),
  client(
    'Comunica',
    'application/n-quads',
    'application/n-quads,application/trig;q=0.95,application/ld+json;q=0.9,application/n-triples;q=0.8,text/turtle;q=0.6,application/rdf+xml;q=0.5,text/n3;q=0.35,application/xml;q=0.3,image/svg+xml;q=0.3,text/html;q=0.2,application/xhtml+xml;q=0.18',
  ),
  client(
    'Protégé (OWL API)',
    RDF_XML,
    'application/rdf+xml, application/xml; q=0.7, text/xml; q=0.6, text/plain; q=0.1, */*; q=0.09',
  ),
  client(
    'rapper, guessing',
    TURTLE,
    'application/rdf+xml, text/rdf;q=0.6, application/n-triples, text/plain;q=0.1, text/turtle, application/x-turtle, application/turtle, text/n3;q=0.3, text/rdf+n3;q=0.3, application/rdf+n3;q=0.3, application/x-trig, application/rss;q=0.8, application/rss+xml;q=0.8, text/rss;q=0.8, application/xml;q=0.3, text/xml;q=0.3, application/atom+xml;q=0.3, text/html;q=0.2, application/xhtml+xml;q=0.4, text/html;q=0.6, application/xhtml+xml;q=0.8, application/json;q=0.1, text/json;q=0.1, text/x-nquads, */*;q=0.1',
  ),
];
