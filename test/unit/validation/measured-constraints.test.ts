import { describe, expect, it } from '@jest/globals';
import { measuredConstraints, ShapeGraph } from '../../../src/validation/index.ts';
import { shapesFile } from './shapes.ts';

const EX = 'http://example.org/';
const measured = (turtle: string) => measuredConstraints(new ShapeGraph([shapesFile(turtle)]));
const short = (component: string) => component.replace('ConstraintComponent', '');

describe('Constraints that a dataset is measured by', () => {
  it('are those of shapes with a target and of their property shapes, named as results name them', () => {
    const found = measured(
      `ex:S a sh:NodeShape ; sh:targetClass ex:Thing ; sh:nodeKind sh:IRI ; sh:property ex:P .
       ex:P sh:path ex:p ; sh:name "Nom"@fr, "Name"@en ; sh:minCount 1 ; sh:severity sh:Warning ;
         sh:qualifiedValueShape [ sh:nodeKind sh:IRI ] ; sh:qualifiedMaxCount 1 ;
         sh:property [ sh:path ex:q ; sh:minCount 1 ] .
       ex:Other sh:property [ sh:path ex:p ; sh:minCount 1 ] .`,
    );
    expect(found.map(({ component }) => short(component))).toEqual([
      'NodeKind',
      'MinCount',
      'QualifiedMaxCount',
    ]);
    expect(found[1]).toEqual({
      targets: [`${EX}S`],
      shape: `${EX}P`,
      component: 'MinCountConstraintComponent',
      path: `${EX}p`,
      severity: 'warning',
      name: { fr: 'Nom', en: 'Name' },
      asks: { fr: 'au moins 1 valeur', en: 'at least 1 value' },
    });
  });

  it('are measured once where several shapes have them', () => {
    const found = measured(
      `ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:property ex:P . ex:T a sh:NodeShape ; sh:targetClass ex:B ; sh:property ex:P .
       ex:P sh:path ex:p ; sh:hasValue 1, 2 .`,
    );
    expect(found).toMatchObject([
      { targets: [`${EX}S`, `${EX}T`], asks: { en: 'the value 1 among others + the value 2 among others' } },
    ]);
  });

  it('are not those that are deactivated or ask nothing', () => {
    expect(
      measured(
        `ex:S a sh:NodeShape ; sh:targetClass ex:A ; sh:closed false ; sh:property [ sh:path ex:p ; sh:minCount 1 ; sh:deactivated true ] .
         ex:T a sh:NodeShape ; sh:targetClass ex:B ; sh:nodeKind sh:IRI ; sh:deactivated true .`,
      ),
    ).toEqual([]);
  });
});
