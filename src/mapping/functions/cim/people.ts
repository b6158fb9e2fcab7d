import { each, type FunctionDescription } from '../function.ts';
import { cim, VALUE } from '../namespaces.ts';
import { indexName, naturalName, parsePersonName, personMarks } from '../people.ts';

export const PEOPLE: readonly FunctionDescription[] = [
  cim(
    'personName',
    'Le nom d’une personne ou d’un organisme dans l’ordre où on le dit.',
    'The name of a person or body in the order in which it is said.',
    [VALUE],
    each((value) => naturalName(parsePersonName(value))),
    [
      [{ value: "RUBENS Peter Paul (d'après)" }, 'Peter Paul Rubens'],
      [{ value: 'TENIERS David II' }, 'David II Teniers'],
      [{ value: 'BRUEGEL Pieter le Vieux (dit, peintre)' }, 'Pieter Bruegel le Vieux'],
      [{ value: "GOES Hugo van der (d'après), HUGUES DE GAND (dit)" }, 'Hugo van der Goes'],
      [{ value: "ANDREA D'AGNOLO di Francesco, ANDREA DEL SARTO (dit)" }, 'Andrea d’Agnolo di Francesco'],
      [{ value: 'BERTAUX Léon Mme (dite)' }, 'Mme Léon Bertaux'],
      [{ value: ["DUPONT, Jean (d'après)", 'de LA TOUR, Georges'] }, ['Jean Dupont', 'Georges de La Tour']],
      [{ value: 'MANUFACTURE Balin (fabricant)' }, 'Manufacture Balin'],
      [{ value: ['anonyme', 'Monod Poirré & Cie (imprimeur)'] }, ['anonyme', 'Monod Poirré & Cie']],
    ],
  ),
  cim(
    'personIndexName',
    'Le nom dans l’ordre d’un index, nom de famille d’abord.',
    'The name in the order of an index, the family name first.',
    [VALUE],
    each((value) => indexName(parsePersonName(value))),
    [
      [{ value: "RUBENS Peter Paul (d'après)" }, 'Rubens Peter Paul'],
      [{ value: 'SEBASTIANO DEL PIOMBO' }, 'Sebastiano del Piombo'],
      [{ value: ['DUPONT, Jean', 'Dupont, Jean-Pierre'] }, ['Dupont Jean', 'Dupont Jean-Pierre']],
    ],
  ),
  cim(
    'familyName',
    'Le nom de famille, écrit en capitales dans les inventaires ; un organisme n’en a pas.',
    'The family name, which inventories write in capitals; a body has none.',
    [VALUE],
    each((value) => parsePersonName(value).family),
    [
      [{ value: 'PUVIS DE CHAVANNES Pierre' }, 'Puvis de Chavannes'],
      [{ value: ['anonyme', "FONDERIE D'ART DU VAL D'OSNE (fonderie)"] }, []],
    ],
  ),
  cim(
    'givenName',
    'Le prénom ; rien sans nom de famille.',
    'The given name; nothing without a family name.',
    [VALUE],
    each((value) => {
      const { family, given } = parsePersonName(value);
      return family === '' ? undefined : given;
    }),
    [
      [{ value: 'RUBENS Peter Paul' }, 'Peter Paul'],
      [{ value: 'manufacture de Sèvres' }, []],
    ],
  ),
  cim(
    'personQualifier',
    'Ce qui lie la personne à l’œuvre de plus ou moins près : « d’après », « atelier », « attribué à », « ? ».',
    'How near the person is to the work: “d’après”, “atelier”, “attribué à”, “?”.',
    [VALUE],
    ([values = []]) => values.flatMap((value) => personMarks(value).qualifiers),
    [
      [{ value: 'CALIARI Paolo, VERONESE (dit) (suiveur)' }, 'suiveur'],
      [{ value: 'RAYNAL (?, fabricant)' }, '?'],
      [{ value: "POURBUS Frans II (atelier, d'après)" }, ['atelier', "d'après"]],
      [{ value: 'BRUEGHEL Pieter le Jeune (dit), BRUEGHEL Pieter II' }, []],
    ],
  ),
  cim(
    'personRole',
    'La part que la personne a prise : « peintre », « graveur », « éditeur ».',
    'The part that the person took: “peintre”, “graveur”, “éditeur”.',
    [VALUE],
    ([values = []]) => values.flatMap((value) => personMarks(value).roles),
    [
      [{ value: 'BAADER Johan Michael (dessinateur, graveur)' }, ['dessinateur', 'graveur']],
      [{ value: "CANALETTO (d'après, peintre)" }, 'peintre'],
      [{ value: 'BLANCHOT Gustave (illustrateur), BOFA Gus (dit, Illustrateur)' }, 'illustrateur'],
      [{ value: 'CALIARI Paolo, VERONESE (dit) (suiveur)' }, []],
    ],
  ),
];
