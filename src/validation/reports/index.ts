export { graphReportHtml } from './html.ts';
export { type GraphReportDocument, graphReportDocument } from './json.ts';
export { graphReportJunit, type JunitOptions } from './junit.ts';
export { GRAPH_REPORT_PREFIXES, graphReportQuads } from './rdf.ts';
export { createReport, type GraphJudgement, type GraphReport } from './report.ts';
export { graphReportText } from './text.ts';
