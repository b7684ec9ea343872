/** The version of the reading rules; it changes with any change that may change a claim. */
export const RULES_VERSION = '1.9.0';
