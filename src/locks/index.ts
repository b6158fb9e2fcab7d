export { acquireLock, isRunning, type Lock } from './lock.ts';
