/** A report of an error, a reuse that was submitted, or a message to the publisher. */
export const CONTRIBUTION_KINDS = ['report', 'reuse', 'message'] as const;

export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** `pending`: nobody has looked; `accepted`, `refused`: moderated; `resolved`: a release changed the value. */
export const CONTRIBUTION_STATUSES = ['pending', 'accepted', 'refused', 'resolved'] as const;

export type ContributionStatus = (typeof CONTRIBUTION_STATUSES)[number];

/** A statement as it was published. */
export interface ReportedStatement {
  readonly subject: string;
  readonly property: string;
  /** The object in N-Triples, or its `valueName` where that is too long to be kept; absent: all values of the property. */
  readonly value?: string;
}

/** What somebody sent. Only what a moderator accepted is ever published, never a message, never the e-mail address. */
export interface Contribution {
  /** Random, safe in an address. */
  readonly id: string;
  readonly kind: ContributionKind;
  readonly status: ContributionStatus;
  /** ISO 8601. */
  readonly sentAt: string;
  /** When a moderator accepted or refused it; a report that only a release resolved has none, and is not published. */
  readonly moderatedAt?: string;
  /** IRI of the thing or dataset that it is about; absent for messages. */
  readonly about?: string;
  /** The statement that is wrong. */
  readonly statement?: ReportedStatement;
  /** Release that was served when it was sent. */
  readonly release: string;
  readonly text: string;
  /** What the value should be, or the name of the reuse. */
  readonly proposal?: string;
  /** Web address of the reuse, or of what supports the report. */
  readonly address?: string;
  /** As the sender wants to be named. */
  readonly name?: string;
  /** Never published. */
  readonly email?: string;
  /** What the publisher answers, in public. */
  readonly answer?: string;
  /** Release that changed the value. */
  readonly resolvedBy?: string;
}

/** What a page may show of a contribution. */
export type PublicContribution = Omit<Contribution, 'email'>;

/** What is kept of a new one, before it has an identifier. */
export type NewContribution = Omit<
  Contribution,
  'id' | 'status' | 'sentAt' | 'moderatedAt' | 'answer' | 'resolvedBy'
>;

/** What a moderator sees beside. */
export interface ModeratedContribution extends Contribution {
  /** What made it look like an advertisement: many links, markup. */
  readonly flags: readonly ContributionFlag[];
  /** Why it was refused. Never published. */
  readonly reason?: string;
}

export type ContributionFlag = 'links' | 'markup';

/** A form as it was shown: what its seal holds for. */
export interface FormIdentity {
  readonly kind: ContributionKind;
  /** Names what it is about; the same when it is shown and when it is sent. */
  readonly target: string;
}

/** How a form came in. */
export interface SentForm {
  readonly target: string;
  /** As `seal` gave it. */
  readonly seal: string;
  /** Network of the sender, as plain text; it is hashed with a salt of the day and never written down. */
  readonly sender: string;
}

/** Why a form is to be sent again: its seal is not ours; shown a moment or a day ago; was used for another text. */
export type SealFault = 'forged' | 'early' | 'expired' | 'used';

/** What became of what somebody sent. `repeated`: the same was sent before, and is kept once. */
export type KeepOutcome =
  | { readonly kind: 'kept'; readonly id: string }
  | { readonly kind: 'repeated'; readonly id: string }
  | { readonly kind: 'seal-refused'; readonly fault: SealFault }
  /** This sender sent much already. */
  | { readonly kind: 'too-many'; readonly seconds: number }
  /** Too many wait for a moderator, or the file is at its bound. */
  | { readonly kind: 'full' }
  /** The file cannot be read or written. */
  | { readonly kind: 'unavailable' };

/** A part of what is published. */
export interface PublishedSelection {
  /** About one IRI; absent: all. */
  readonly about?: string;
  readonly kind?: ContributionKind;
  readonly limit?: number;
  readonly offset?: number;
}

/** Port of contributions: kept outside of releases. Reading never throws: what cannot be read is empty, and noted. */
export interface ContributionBook {
  /** Whether the file can be used. */
  isUsable(): boolean;
  /** Seals a form that is about to be shown; undefined where none can be. */
  seal(form: FormIdentity): string | undefined;
  /** Keeps it durably before it returns. */
  keep(given: NewContribution, form: SentForm): KeepOutcome;
  /** What is published, the latest moderated first. */
  published(selection?: PublishedSelection): readonly PublicContribution[];
  /** One that is published. */
  find(id: string): PublicContribution | undefined;
  /** Changes whenever something published does, a tenth of a second later at most: for what remembers pages. */
  revision(): string;
  close(): void;
}

/** Which contributions a moderator asks for; the latest first. */
export interface ContributionFilter {
  readonly status?: ContributionStatus;
  readonly kind?: ContributionKind;
  readonly limit?: number;
}

/** What a moderator decides: an answer is published, a reason is not. */
export type Verdict =
  | { readonly kind: 'accept'; readonly answer?: string }
  | { readonly kind: 'refuse'; readonly reason: string };

/** Port of moderation. */
export interface ContributionDesk {
  list(filter?: ContributionFilter): readonly ModeratedContribution[];
  counts(): Readonly<Record<ContributionStatus, number>>;
  show(id: string): ModeratedContribution | undefined;
  /** Undefined where there is none of that number. */
  decide(id: string, verdict: Verdict): ModeratedContribution | undefined;
  /** Every contribution, the oldest first. */
  all(): Iterable<ModeratedContribution>;
  close(): void;
}

/** A report that a release may settle. */
export interface OpenReport {
  readonly id: string;
  readonly about: string;
  readonly statement?: ReportedStatement;
}

/** Port of settling: reports close when a release changes what they are about. */
export interface ReportSettlement {
  /** Pending and accepted reports in the order of what they are about, after one of them. */
  openReports(after: Pick<OpenReport, 'about' | 'id'> | undefined, limit: number): readonly OpenReport[];
  /** Marks reports as resolved. */
  resolve(ids: readonly string[], release: string): void;
}
