/** The LTS version: what runs unless another is asked for. */
export const NEO4J_VERSION: string;
/** The current version. */
export const NEO4J_CURRENT: string;
/** The full version that one begins with (`5`, `2026`); @throws for one that is not known here. */
export function neo4jVersion(asked?: string): string;
/** Why Neo4j cannot be started here, or null. */
export function missingTools(version?: string): string | null;
/** Starts Neo4j from its jars on free ports of the loopback interface; @throws when it does not come up. */
export function startNeo4j(options?: {
  readonly version?: string;
  /** Where it keeps its data; without one, a new folder that goes with it. */
  readonly home?: string;
  /** For the user neo4j of a new home; without one, nobody needs to log in. */
  readonly password?: string;
  /** `2g`, for a large graph. */
  readonly heap?: string;
  /** `512m`, for a large graph. */
  readonly pageCache?: string;
  settings?: readonly string[];
  /** Of Java; 512m unless said otherwise. */
  readonly heap?: string;
}): Promise<{ readonly bolt: string; readonly browser: string; readonly stop: () => Promise<void> }>;
/** Runs `neo4j-admin ARGS` for the Neo4j of a home folder and returns what it printed; throws with that when it fails. */
export function neo4jAdmin(
  args: readonly string[],
  where: {
    readonly home: string;
    readonly cwd: string;
    /** `2g`, for a large import. */
    readonly heap?: string;
    readonly version?: string;
  },
): string;
