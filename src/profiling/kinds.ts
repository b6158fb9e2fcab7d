import type { ColumnKind } from '../model/index.ts';
import {
  departmentNamed,
  departmentOf,
  isDepartmentCode,
  isRegionCode,
  isRegionName,
} from './french-places.ts';
import {
  edtf,
  inseeCode,
  isoDate,
  jocondeId,
  merimeeId,
  museofileId,
  palissyId,
  webAddress,
} from './readings.ts';
import * as forms from './value-forms.ts';

/** How one kind of value is recognised. */
export interface KindTest {
  readonly kind: ColumnKind;
  /** Whether a trimmed, separated value is of the kind. */
  readonly reads: (value: string) => boolean;
  /** What headers of such columns say, accents and case apart, words joined by spaces. */
  readonly words?: RegExp;
  /** How sure the values alone make: 0 where they never do. */
  readonly alone: number;
  /** How sure they make with what the header says: 0.97. */
  readonly named?: number;
  /** Least share of the values, where the header says nothing: 0.85. */
  readonly least?: number;
}

const degrees = (most: number) => (value: string) =>
  forms.isDecimal(value) && Math.abs(forms.numberOf(value)) <= most;

/** The first that fits best is taken: from the most particular to the most general. A new kind is a new row. */
export const KINDS: readonly KindTest[] = [
  { kind: 'email', reads: forms.isEmail, words: /\b(?:e ?mail|mail|courriel|mel)\b/, alone: 0.97 },
  {
    kind: 'web-address',
    reads: (value) => forms.isAddress(value) && webAddress(value) !== undefined,
    words: /\b(?:site|url|web|www|lien|link|internet|facebook|twitter|instagram|http)/,
    alone: 0.96,
  },
  {
    kind: 'phone',
    reads: forms.isPhone,
    words: /\b(?:tel|telephone|phone|fax|mobile|portable)\b/,
    alone: 0.9,
  },
  {
    kind: 'merimee',
    reads: (value) => merimeeId(value) !== undefined,
    words: /merimee|ref/,
    alone: 0.97,
  },
  {
    kind: 'palissy',
    reads: (value) => palissyId(value) !== undefined,
    words: /palissy|ref/,
    alone: 0.97,
  },
  {
    kind: 'museofile',
    reads: (value) => museofileId(value) !== undefined,
    words: /museofile|musee/,
    alone: 0.88,
  },
  {
    kind: 'joconde',
    reads: (value) => /^(?=.*[A-Z])[\dA-Z-]{11,12}$/.test(value) && jocondeId(value) !== undefined,
    words: /joconde|notice|\bref\b|reference/,
    alone: 0.7,
  },
  {
    kind: 'coordinates',
    reads: forms.isCoordinates,
    words: /coord|geo|lat|point|wgs|\bxy\b/,
    alone: 0.95,
  },
  {
    kind: 'projected',
    reads: forms.isProjectedPair,
    words: /coord|lambert|\bcc ?\d\d\b|\bxy\b|\bl93\b/,
    alone: 0.85,
  },
  {
    kind: 'insee-commune',
    reads: (value) =>
      !/^0\d{3}$/.test(value) && inseeCode(value) !== undefined && departmentOf(value) !== undefined,
    words:
      /\binsee\b(?!.*\b(?:epci|dep|reg|dept)\b)|code (?:de la )?commune|codcom|\bcom\b|\bdepcom\b|\bcodgeo\b|insee$/,
    alone: 0.4,
  },
  {
    kind: 'post-code',
    reads: (value) => forms.isFiveFigures(value) && departmentOf(value) !== undefined,
    words: /\bpostal|\bcp\b|\bcp (?:m|p|lieu)\b|\bpostcode|\bzip\b|codpos/,
    alone: 0.4,
  },
  {
    kind: 'insee-department',
    reads: isDepartmentCode,
    words: /^dep$|\bdep(?:artement)?s?\b|\bdpt\b|\bdept\b|\bcode dep|\bdpt$|dpt$/,
    alone: 0,
  },
  {
    kind: 'insee-region',
    reads: isRegionCode,
    words: /^reg$|\bregions?\b|\bcode reg|reg$/,
    alone: 0,
  },
  {
    kind: 'department-name',
    reads: (value) => departmentNamed(value) !== undefined,
    words: /\bdep|dpt|dept/,
    alone: 0.93,
  },
  { kind: 'region-name', reads: isRegionName, words: /reg/, alone: 0.93 },
  {
    kind: 'date',
    reads: (value) => isoDate(value) !== undefined,
    words: /\bdate|\bjour|\bmaj\b|\bdmaj\b|\bdmis\b|\bdate\b/,
    alone: 0.95,
  },
  { kind: 'boolean', reads: forms.isTruth, alone: 0.9, least: 0.99 },
  {
    kind: 'latitude',
    reads: degrees(90),
    words: /\blat(?:itude)?\b|^lat|coord.*\by\b|\by(?: wgs84)?$/,
    alone: 0,
  },
  {
    kind: 'longitude',
    reads: degrees(180),
    words: /\b(?:lon|long|lng)(?:itude)?\b|^lon|coord.*\bx\b|\bx(?: wgs84)?$/,
    alone: 0,
  },
  {
    kind: 'year',
    reads: forms.isYear,
    words: /\bannee|\byear|\ban\b|millesime|\ban /,
    alone: 0.94,
    least: 0.97,
  },
  { kind: 'whole', reads: forms.isWhole, alone: 0.9 },
  { kind: 'decimal', reads: forms.isDecimal, alone: 0.9 },
  {
    kind: 'period',
    reads: (value) =>
      value.length <= 200 && /^(?!0)(?=.*\d)|\b[IVX]+e/.test(value) && edtf(value) !== undefined,
    words: /siecle|period|epoque|dat|annee|millesime|\bscl/,
    alone: 0.85,
    least: 0.7,
  },
  { kind: 'html', reads: forms.isHtml, alone: 0.9, least: 0.3 },
  {
    kind: 'code',
    reads: (value) => forms.isCode(value) || forms.isFigures(value),
    words: /\bcode|\bid\b|identifi|\bref\b|refer|\bnum|numero|siret|siren|\binv|\bcote\b|^ref|^id|uai|epci/,
    alone: 0.6,
    named: 0.85,
  },
];

/** A header as the tables of words read it: no accents, small letters, words apart. */
export const wordsOf = (header: string): string =>
  header
    .replace(/([a-zà-ÿ])([A-ZÀ-Þ])/g, '$1 $2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
