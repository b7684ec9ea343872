import { listed } from '../connection.ts';

/** `Query.places` */
export const places = listed('Place', 'places', 'placesCount');
