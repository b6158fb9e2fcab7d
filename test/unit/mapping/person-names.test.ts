import { describe, expect, it } from '@jest/globals';
import { parsePersonName } from '../../../src/mapping/functions/people.ts';
import { call } from './call.ts';

describe('The name of a person', () => {
  it.each([
    ["RUBENS Peter Paul (d'après)", 'Rubens', 'Peter Paul', "d'après"],
    ['BOZE Joseph (école)', 'Boze', 'Joseph', 'école'],
    ['GIRE Jules (?)', 'Gire', 'Jules', '?'],
    ['PUVIS DE CHAVANNES Pierre', 'Puvis de Chavannes', 'Pierre', ''],
    ['DAVID D’ANGERS Pierre Jean', 'David d’Angers', 'Pierre Jean', ''],
    ["L'HERMITTE Léon", 'L’Hermitte', 'Léon', ''],
    ["O'CONNOR James Arthur", 'O’Connor', 'James Arthur', ''],
    ['VIOLLET-LE-DUC Eugène', 'Viollet-le-Duc', 'Eugène', ''],
    ['LE BARBIER Jean Jacques', 'Le Barbier', 'Jean Jacques', ''],
    ['DE LA TOUR Georges', 'de La Tour', 'Georges', ''],
    ['VAN GOGH Vincent', 'van Gogh', 'Vincent', ''],
    ['SEBASTIANO DEL PIOMBO', 'Sebastiano del Piombo', '', ''],
    ['DUBOIS J.-B.', 'Dubois', 'J.-B.', ''],
    ['MARTIN J. Paul', 'Martin', 'J. Paul', ''],
    ['LOUIS XIV', 'Louis XIV', '', ''],
    ['ÉLUARD Paul', 'Éluard', 'Paul', ''],
    ['APPIAN Jacques, APPIAN Adolphe (dit)', 'Appian', 'Jacques', ''],
    ['CUECO (dit), AGUILELLA Henri', 'Cueco', '', ''],
    ["DOSSO DOSSI (d'après), LUTERO Giovanni de (dit, d'après)", 'Dosso Dossi', '', "d'après"],
    ['anonyme (peintre)', '', 'anonyme', 'peintre'],
    ['Falguière Jean', '', 'Falguière Jean', ''],
    ['DUPONT, Jean', 'Dupont', 'Jean', ''],
    ["DUPONT, Jean (d'après)", 'Dupont', 'Jean', "d'après"],
    ['DUPONT, J.-B., DURAND Paul (dit)', 'Dupont', 'J.-B.', ''],
    ['de LA TOUR, Georges', 'de La Tour', 'Georges', ''],
    ['de LA TOUR Georges', 'de La Tour', 'Georges', ''],
    ["DAVID d'ANGERS, Pierre Jean", 'David d’Angers', 'Pierre Jean', ''],
    ['Dupont, Jean-Pierre', 'Dupont', 'Jean-Pierre', ''],
    ['van Gogh, Vincent', 'van Gogh', 'Vincent', ''],
  ])('%j has family, given name and qualifier', (value, family, given, qualifier) => {
    expect(parsePersonName(value)).toEqual({ family, given, qualifier });
  });

  it.each([
    'DUPONT, peintre',
    'DUPONT, Atelier de Jean',
    'DUPONT, Jean Durand (dit)',
    'DUPONT, DURAND Jean',
    'DUPONT (graveur), Jean',
    'DUPONT, Musée des Beaux-Arts',
  ])('%j says no given name after the comma', (value) => {
    expect(parsePersonName(value)).toMatchObject({ family: 'Dupont', given: '' });
  });

  it.each([
    ['Anonyme, France', 'Anonyme'],
    ['Jean Dupont, Paul Durand', 'Jean Dupont'],
  ])('%j is not cut into a family name and a given name', (value, given) => {
    expect(parsePersonName(value)).toMatchObject({ family: '', given });
  });

  it.each([
    ['personName', 'DUPONT, Jean', ['Jean Dupont']],
    ['personIndexName', 'DUPONT, Jean', ['Dupont Jean']],
    ['personIndexName', 'de LA TOUR, Georges', ['de La Tour Georges']],
    ['personName', "RUBENS Peter Paul (d'après)", ['Peter Paul Rubens']],
    ['personName', 'anonyme', ['anonyme']],
    ['personIndexName', "RUBENS Peter Paul (d'après)", ['Rubens Peter Paul']],
    ['personIndexName', 'SEBASTIANO DEL PIOMBO', ['Sebastiano del Piombo']],
    ['familyName', 'RUBENS Peter Paul', ['Rubens']],
    ['familyName', 'anonyme', []],
    ['givenName', 'RUBENS Peter Paul', ['Peter Paul']],
    ['givenName', 'anonyme', []],
    ['personQualifier', 'GIRE Jules (?)', ['?']],
    ['personQualifier', 'GIRE Jules', []],
  ])('gives %s of %j', (name, value, expected) => {
    expect(call(name, value).values).toEqual(expected);
  });
});
