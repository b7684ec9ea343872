import { vi } from 'vitest';
import { LONG } from './table.ts';

if (LONG) vi.setConfig({ testTimeout: 1_200_000 });

/** How often a property is tried: `npm run test:long` tries it twenty times as often. A failure names its seed. */
export const often = (times: number): { readonly numRuns: number } => ({ numRuns: LONG ? times * 20 : times });
