export { type ReportDocument, type ReportedExample, type ReportedFault, reportDocument } from './json.ts';
export { REPORT_PREFIXES, reportQuads } from './rdf.ts';
export { countOf, type RuleLosses, type RunReport, type Severity, severityOf } from './run-report.ts';
export { SUGGESTED_CODES, suggestionFor } from './suggestions.ts';
export { detailLines, reportText, summaryLine } from './text.ts';
