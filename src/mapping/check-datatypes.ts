import { nearest } from '../documents/index.ts';
import type { Complaint } from '../model/index.ts';
import { rdf, xsd } from '../rdf/index.ts';
import type { Expression, Mapping, ObjectRule } from './rules.ts';

/** A namespace that is closed: what is not in it is misspelt. */
interface Closed {
  readonly prefix: string;
  readonly namespace: string;
  readonly names: readonly string[];
}

const words = (text: string): readonly string[] => text.split(' ');

/** Built-in datatypes of XML Schema 1.1, part 2, and those of RDF. */
const DATATYPES: readonly Closed[] = [
  {
    prefix: 'xsd',
    namespace: xsd.namespace,
    names: words(
      'string boolean decimal float double duration dateTime time date gYearMonth gYear gMonthDay gDay gMonth hexBinary base64Binary anyURI QName NOTATION dateTimeStamp yearMonthDuration dayTimeDuration normalizedString token language NMTOKEN NMTOKENS Name NCName ID IDREF IDREFS ENTITY ENTITIES integer nonPositiveInteger negativeInteger long int short byte nonNegativeInteger unsignedLong unsignedInt unsignedShort unsignedByte positiveInteger anyType anySimpleType anyAtomicType',
    ),
  },
  {
    prefix: 'rdf',
    namespace: rdf.namespace,
    names: words('langString dirLangString HTML XMLLiteral JSON PlainLiteral'),
  },
];

/** Constant datatypes of closed vocabularies that do not exist: `xsd:sting`. */
export const checkDatatypes = ({ rules }: Mapping): readonly Complaint[] =>
  rules.flatMap(({ pairs }) =>
    pairs.flatMap(({ objects }) => objects.flatMap(datatypesOf)).flatMap(misspelt),
  );

function datatypesOf(object: ObjectRule): readonly Expression[] {
  if (object.kind === 'join') return [];
  const members = (object.gather?.members ?? []).flatMap(datatypesOf);
  return object.datatype === undefined ? members : [object.datatype, ...members];
}

function misspelt(datatype: Expression): readonly Complaint[] {
  if (datatype.kind !== 'constant') return [];
  const { value, place } = datatype;
  const closed = DATATYPES.find(({ namespace }) => value.startsWith(namespace));
  if (closed === undefined) return [];
  const { prefix, namespace, names } = closed;
  const name = value.slice(namespace.length);
  return names.includes(name) ? [] : [unknownDatatype(place, `${prefix}:${name}`, near(prefix, name, names))];
}

const near = (prefix: string, name: string, names: readonly string[]): string | undefined => {
  const found = nearest(name, names);
  return found && `${prefix}:${found}`;
};

const unknownDatatype = (place: Complaint['place'], shown: string, meant: string | undefined): Complaint => ({
  place,
  found: {
    fr: `Le type de donnée « ${shown} » n’existe pas.`,
    en: `There is no datatype “${shown}”.`,
  },
  remedy:
    meant === undefined
      ? {
          fr: 'Écrivez par exemple xsd:string, xsd:date ou xsd:integer.',
          en: 'Write for example xsd:string, xsd:date or xsd:integer.',
        }
      : { fr: `Vouliez-vous dire « ${meant} » ?`, en: `Did you mean “${meant}”?` },
});
