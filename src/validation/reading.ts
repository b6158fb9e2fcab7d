/**
 * How strictly shapes are read. `house`: everything that is likely to be a mistake is refused. `letter`: only what
 * would not be judged as SHACL means it; what SHACL says is to be ignored is ignored.
 */
export type Reading = 'house' | 'letter';
