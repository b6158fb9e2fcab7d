import { testRmlSuite } from './rml-harness.ts';

testRmlSuite('fnml');
