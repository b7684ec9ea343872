import { listed } from '../connection.ts';
import { planPlaces } from '../node-filter.ts';

/** `Query.places` */
export const places = listed('Place', planPlaces);
