import { byKey } from '../connection.ts';

/** `Query.place` */
export const place = byKey('Place', 'code', 'claimIdsOfPlaces');
