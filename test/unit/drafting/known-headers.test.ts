import { describe, expect, it } from '@jest/globals';
import { draftOf, type MadeColumn, namedBy, profileOf, without } from './profiles.ts';

const columns = (headers: readonly string[], kinds: Readonly<Record<string, MadeColumn>> = {}) =>
  headers.map((one) => [one, kinds[one] ?? {}] as const);

const drafted = (headers: readonly string[], kinds?: Readonly<Record<string, MadeColumn>>) => {
  const draft = draftOf(profileOf(columns(headers, kinds), namedBy(headers[0] ?? '')));
  return { ...draft, said: without(draft.mapping) };
};

describe('Known headers', () => {
  it.each([
    [
      'Muséofile 2020',
      ['Identifiant', 'Nom officiel', 'Domaine thématique', 'Personnage phare', 'Ville'],
      'schema:Museum',
    ],
    ['Muséofile 2024', ['ref', 'nomoff', 'dompal', 'phare', 'an_creat', 'ville_m'], 'schema:Museum'],
    [
      'Joconde by labels',
      ['ID-notice', 'Titre', 'Millésime', "Précisions_sur_l'auteur", 'Matériaux-techniques'],
      'schema:VisualArtwork',
    ],
    ['Joconde by codes', ['REF', 'TITR', 'DOMN', 'MILL', 'MUSEO'], 'schema:VisualArtwork'],
    ['Mérimée by codes', ['REF', 'TICO', 'SCLE', 'DPRO', 'DENO'], 'schema:LandmarksOrHistoricalBuildings'],
    [
      'Mérimée of a region',
      ['id', 'chptico', 'chpscle', 'chpdpro', 'chpdeno'],
      'schema:LandmarksOrHistoricalBuildings',
    ],
    ['Palissy', ['REF', 'CATE', 'MATR', 'EDIF', 'EMPL'], 'schema:CreativeWork'],
    ['gardens', ['code_id', 'nom_du_jardin', 'tag_jardin_prive'], 'schema:Park'],
    ['houses', ['CODE ID', 'NOM DE LA MAISON', 'TAG maison-des-illustres'], 'schema:TouristAttraction'],
    ['festivals', ['Identifiant', 'Nom du festival', 'Discipline dominante'], 'schema:Festival'],
    ['attendance', ['ref_musee', 'annee', 'payant', 'gratuit', 'total'], 'qb:Observation'],
    ['communes', ['COM', 'TYPECOM', 'TNCC', 'NCC', 'LIBELLE'], 'schema:AdministrativeArea'],
    [
      'cultural places',
      ['Identifiant', 'Nom', 'Type équipement ou lieu', 'Sous_domaine'],
      'schema:CivicStructure',
    ],
    [
      'a registrar’s inventory',
      ["N° d'inventaire", 'Titre', 'Auteur', 'Technique', 'Dimensions'],
      'crm:E22_Human-Made_Object',
    ],
    [
      'an inventory in English',
      ['Accession number', 'Title', 'Artist', 'Medium'],
      'crm:E22_Human-Made_Object',
    ],
  ])('of %s bring their class', (_name, headers, expected) => {
    expect(drafted(headers).said).toMatch(new RegExp(`\\[a, \\[?[^\\]]*${expected}`));
  });

  it('of no known file leave things without a guess of more than it is', () => {
    expect(drafted(['id', 'pression', 'température']).said).toContain('[a, schema:Thing]');
  });

  it('are found without regard to case, accents and signs', () => {
    expect(drafted(['id', 'CODE_POSTAL', 'Ville']).said).toContain('schema:postalCode, $(CODE_POSTAL)');
    expect(drafted(['id', 'Site Web'], { 'Site Web': { kind: 'web-address' } }).said).toContain(
      'schema:url\n        o: { function: cim:webAddress($(siteWeb)), type: iri }',
    );
  });

  it('are believed only where values agree', () => {
    const { said, mapping } = drafted(['id', 'site web'], { 'site web': { kind: 'whole' } });
    expect(said).not.toContain('schema:url');
    expect(said).toContain('[def:siteWeb, $(siteWeb), xsd:integer]');
    expect(mapping).toContain('looks like “site web”');
  });

  it('name the older names of a column of the same file', () => {
    expect(drafted(['Identifiant', 'Nom officiel', 'Domaine thématique', 'Personnage phare']).said).toContain(
      'nomOfficiel: [Nom officiel, nomoff',
    );
  });

  it('do not name another column of the file as an older name', () => {
    const { said } = drafted(['ref', 'nomoff', 'nom officiel', 'dompal', 'phare']);
    expect(said).not.toMatch(/nomoff: \[.*nom officiel[,\]]/);
  });

  it('that are not known become terms of the header’s words', () => {
    const { said, ontology } = drafted(['id', 'Hauteur (en m)'], { 'Hauteur (en m)': { kind: 'decimal' } });
    expect(said).toContain('[def:hauteur, $(hauteur), xsd:decimal]');
    expect(ontology).toContain('<def/hauteur> a rdf:Property');
    expect(ontology).toContain('rdfs:range xsd:decimal');
  });
});

describe('An attendance file', () => {
  it('says why a figure is missing, and names what is observed', () => {
    const { said } = drafted(['ref_musee', 'annee', 'payant', 'gratuit', 'total', 'note', 'nom_du_musee'], {
      annee: { kind: 'year' },
      payant: { kind: 'whole' },
    });
    expect(said).toContain("[schema:name, '$(nom_du_musee), $(annee)', fr~lang]");
    expect(said).toContain('[schema:observationDate, $(annee), xsd:gYear]');
    expect(said).toContain('[def:entreesPayantes, $(payant), xsd:integer]');
    expect(said).toContain('cim:equal($(note), "NC")');
    expect(said).toContain('[qb:dataSet, dataset/objets~iri]');
  });
});

describe('A building', () => {
  it('is dated by an event with a time-span, and protected by events', () => {
    const { said } = drafted(['REF', 'TICO', 'SCLE', 'DPRO', 'DENO'], { SCLE: { kind: 'period' } });
    expect(said).toContain('crm:P108i_was_produced_by');
    expect(said).toContain('cim:edtf($(SCLE))');
    expect(said).toContain('each: \'cim:split($(DPRO), ";")\'');
    expect(said).toContain('crm:E7_Activity');
  });
});

describe('The class of a known kind', () => {
  const profile = profileOf(columns(['code_id', 'nom_du_jardin', 'tag_jardin_prive']), namedBy('code_id'));
  const named = (labelled: ReadonlySet<string>) =>
    draftOf(profile, {}, { project: { slugs: [], terms: new Map(), labelled } }).ontology;

  it('is called by its name on pages, where it has none yet', () => {
    expect(named(new Set())).toContain('schema:Park rdfs:label "Jardin"@fr, "Garden"@en .');
    expect(named(new Set(['http://schema.org/Park']))).not.toContain('schema:Park');
  });
});
