export { ABOUT_PAGES, type AboutPage, aboutPage } from './about-page.ts';
export { apiPage, type ListedApiQuery } from './api-page.ts';
export { type Asset, asset, assetPaths } from './assets.ts';
export { chartFrame } from './charts/chart-frame.ts';
export { type ChartContent, chartPage } from './charts/chart-page.ts';
export { chartSentence } from './charts/chart-sentence.ts';
export { CHART_STYLE_HASH, chartSvg } from './charts/chart-svg.ts';
export { chartTable } from './charts/chart-table.ts';
export { absence, chartAddress, type ShownChart } from './charts/charted.ts';
export { type ChartsSection, chartsSection, type ListedChart } from './charts/charts-section.ts';
export type { ConceptPlace } from './concept-section.ts';
export type { ConceptBranch } from './concept-tree.ts';
export { type ContributionField, FIELD_NAMES, FIELDS, type FieldName, TRAP } from './contribution-fields.ts';
export {
  type ContributionFormContent,
  type ContributionSubject,
  contributionFormPage,
  type FormFault,
} from './contribution-form-page.ts';
export { type ContributionContent, contributionPage } from './contribution-page.ts';
export {
  type ContributionSectionContent,
  contributionSection,
  SHOWN_CONTRIBUTIONS,
} from './contribution-section.ts';
export { contributionThanksPage, type ThanksContent } from './contribution-thanks-page.ts';
export { type ContributionsContent, contributionsPage } from './contributions-page.ts';
export { type DatasetContent, datasetPage } from './dataset-page.ts';
export type { TableContent } from './dataset-table.ts';
export type { DatasetVersion } from './dataset-versions.ts';
export { datasetsPage } from './datasets-page.ts';
export { datasetTitle, facetTitle, facetValueName } from './facet-names.ts';
export { type FragmentContent, fragmentPage } from './fragment-page.ts';
export type { PageFrame } from './frame.ts';
export { type HomeContent, homePage } from './home-page.ts';
export type { Html } from './html.ts';
export { type LandOutline, landOutlines } from './land-outlines.ts';
export { termTitle } from './links.ts';
export { type LinksContent, linksPage } from './links-page.ts';
export { MAP_PAGE, mapAddress } from './map-address.ts';
export type { MapContent } from './map-content.ts';
export { mapPage } from './map-page.ts';
export { type ModelContent, modelPage, type UsedTerm } from './model-page.ts';
export type { DatasetOverview } from './overview.ts';
export { type PlaceTally, tallyPlaces } from './place-tally.ts';
export { type PlaceVariables, placeVariables } from './place-variables.ts';
export { portableQuery } from './portable-query.ts';
export { type PreviewContent, previewPage } from './preview-page.ts';
export { type ProblemContent, problemPage } from './problem-page.ts';
export { type ListedProfile, profilesPage } from './profiles-page.ts';
export { proofDocument, proofPage } from './proof-page.ts';
export { type QualityContent, qualityPage } from './quality-page.ts';
export type { ShownAdvice } from './query-advice.ts';
export {
  type ListedService,
  type ReconciliationContent,
  reconciliationPage,
  type ShownCandidate,
} from './reconciliation-page.ts';
export { type ReleaseContent, releasePage } from './release-page.ts';
export { releasesPage } from './releases-page.ts';
export * from './search-address.ts';
export {
  type LoosenedChoice,
  MOST_IN_FILE,
  MOST_PAGED,
  PAGE_THINGS,
  type SearchContent,
  type SearchReading,
} from './search-content.ts';
export { MOST_SHOWN } from './search-facets.ts';
export { yearsText } from './search-hits.ts';
export { searchPage } from './search-page.ts';
export { pageCount } from './search-paging.ts';
export { coloursAddress, coloursStyle, logoAddress } from './site.ts';
export { type SparqlContent, sparqlPage } from './sparql-page.ts';
export { type SparqlResult, type SparqlTable, type SparqlTerm, sparqlResultOfJson } from './sparql-result.ts';
export { type StreamedRelease, streamPage } from './stream-page.ts';
export { type TermFacts, termAddress } from './term-facts.ts';
export { type TermContent, termPage } from './term-page.ts';
export { type TerritoryData, territoryData } from './territory-data.ts';
export { PROOF_GROUP_NAMES, PROOF_VERDICT_NAMES } from './texts/proof-texts.ts';
export { RECONCILING } from './texts/reconciliation-texts.ts';
export { type ThingContent, thingPage } from './thing-page.ts';
export { type TombstoneContent, tombstonePage } from './tombstone-page.ts';
export { type ListedVocabulary, vocabulariesPage } from './vocabularies-page.ts';
export { type VocabularyContent, vocabularyPage } from './vocabulary-page.ts';
export type * from './workbench/workbench-content.ts';
export { workbenchNotice } from './workbench/workbench-notice.ts';
export { type WorkbenchFrame, workbenchPage } from './workbench/workbench-page.ts';
