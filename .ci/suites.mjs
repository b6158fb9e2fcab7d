// How tests went, from what `jest --json` wrote, several times where suites were asked again.
//   node .ci/suites.mjs again|passed|failed|told RESULTS [RESULTS...]
// again: paths of suites to ask again; passed, failed: their numbers; told: in words, for people.
import { existsSync, readFileSync } from 'node:fs';

/** More suites than these do not fail by the load of a machine: something is broken, and nothing is asked again. */
const MOST_AGAIN = 2;

const [wanted, ...files] = process.argv.slice(2);
const runs = files.filter(existsSync).map((file) => JSON.parse(readFileSync(file, 'utf8')).testResults);

const tests = ({ assertionResults }, status) => assertionResults.filter((test) => test.status === status);
const isFailed = (suite) => suite.status === 'failed';
/** V8 itself ended the process (SIGABRT, SIGSEGV): no test has said anything. */
const isCrashed = ({ message }) => /jest worker process .* was terminated by another process: signal=SIG(ABRT|SEGV)/.test(message);
const failures = (suite) => tests(suite, 'failed').map(({ fullName }) => fullName);
const inProject = ({ name }) => name.replace(`${process.cwd()}/`, '');
/** Each suite as it went at last. */
const last = [...new Map(runs.flat().map((suite) => [suite.name, suite])).values()];

const answers = {
  again() {
    const failed = last.filter(isFailed);
    const again = failed.filter(isCrashed);
    const others = failed.filter((suite) => !isCrashed(suite));
    return [...again, ...(others.length > MOST_AGAIN ? [] : others)].map(inProject).join(' ');
  },
  passed: () => last.flatMap((suite) => tests(suite, 'passed')).length,
  // A suite that fails as a whole, at its imports, fails as one.
  failed: () => last.filter(isFailed).reduce((sum, suite) => sum + Math.max(1, failures(suite).length), 0),
  told() {
    const lines = (title, suites) =>
      suites.flatMap((suite) => [`${title}: ${inProject(suite)}`, ...failures(suite).map((name) => `  ${name}`)]);
    const unsteady = (runs[0] ?? []).filter((suite) => isFailed(suite) && !last.some((one) => one.name === suite.name && isFailed(one)));
    return [
      ...lines('unsteady, passed when asked again alone', unsteady),
      ...lines('failed', last.filter(isFailed)),
    ].join('\n');
  },
};

const text = String(answers[wanted]());
if (text !== '') console.log(text);
