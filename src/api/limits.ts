import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { XueliangError } from '../errors.ts';
import type { Bounds } from './bounds.ts';

/** A validated operation with what it was sent with. */
export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
}

/** The most that one page of a list holds, as `schema.graphql` says. */
export const LARGEST_PAGE = 100;
/** Elements that a list without arguments has, where it is not known: the divisions above a place, the evidence of a claim. */
const USUAL_LIST = 5;
/** Arguments that say how many are asked for. */
const COUNTS = ['first', 'limit'];
/**
 * Fields that read or compute much to answer little, by type and name, each counted as so many nodes for every object that
 * it is asked of. Sums and paths go over all facts in memory, whatever they answer; a packet reads all that its facts rest on.
 */
export const HEAVY: Readonly<Record<string, number>> = {
  ...{ 'Query.stats': 20, 'Query.search': 100, 'Query.neighborhood': 500, 'Query.path': 2000 },
  ...{ 'Query.spending': 2000, 'Query.deployments': 2000, 'Query.staffing': 2000, 'Query.unitCosts': 2000 },
  ...{ 'Query.total': 1000, 'Place.totals': 100, 'Program.totals': 100, 'Program.spread': 100 },
  ...{ 'AggregationGroup.total': 10, 'AggregationGroup.totals': 10, 'Total.packet': 500 },
};

/**
 * Refuses an operation before it is executed. Fragments count wherever they are spread; introspection counts but for depth
 * and cost, which graphql bounds itself.
 * @throws REQUEST_OPERATION, LIMIT_DEPTH, LIMIT_ALIASES, LIMIT_DIRECTIVES, LIMIT_PAGE, LIMIT_COST.
 */
export function checkLimits(asked: Asked, bounds: Bounds): void {
  const walk = counted(asked);
  refuseAbove(bounds.depth, walk.depth, 'LIMIT_DEPTH', 'levels of fields');
  refuseAbove(bounds.aliases, walk.aliases, 'LIMIT_ALIASES', 'aliases');
  refuseAbove(bounds.directives, walk.directives, 'LIMIT_DIRECTIVES', 'directives');
  if (walk.page > LARGEST_PAGE) {
    throw new XueliangError('LIMIT_PAGE', `a page holds up to ${LARGEST_PAGE}, not ${walk.page}`);
  }
  refuseAbove(bounds.cost, walk.nodes, 'LIMIT_COST', 'nodes, counted by what lists may hold');
}

/** What an operation comes to, and what variables had told of it. */
interface Counted extends Pick<Walk, 'depth' | 'aliases' | 'directives' | 'page' | 'nodes'> {
  readonly told: ReadonlyMap<string, Size>;
}

const known = new WeakMap<OperationDefinitionNode, Counted>();

/** An operation that comes again, with pages and lists as long as before, was counted. */
function counted(asked: Asked): Counted {
  const before = known.get(asked.operation);
  if (
    before !== undefined &&
    [...before.told].every(([name, size]) => Object.is(sizeOf(asked.variables[name]), size))
  ) {
    return before;
  }
  const walk = new Walk(asked);
  walk.selection(asked.operation.selectionSet, rootOf(asked), { level: 1, times: 1 });
  const { depth, aliases, directives, page, nodes, told } = walk;
  const found = { depth, aliases, directives, page, nodes, told };
  known.set(asked.operation, found);
  return found;
}

/** How many a variable asks for: as a number, or by the length of a list; undefined where it has no value. */
type Size = number | `of ${number}` | undefined;

function sizeOf(value: unknown): Size {
  if (value === null || value === undefined) return undefined;
  return Array.isArray(value) ? `of ${value.length}` : Number(value);
}

function refuseAbove(
  most: number,
  found: number,
  code: 'LIMIT_DEPTH' | 'LIMIT_ALIASES' | 'LIMIT_DIRECTIVES' | 'LIMIT_COST',
  of: string,
) {
  if (found > most) throw new XueliangError(code, `the query comes to ${found} ${of}; ${most} are allowed`);
}

function rootOf({ schema, operation: { operation } }: Asked): GraphQLNamedType {
  const root = schema.getRootType(operation);
  if (root) return root;
  throw new XueliangError('REQUEST_OPERATION', `there is no ${operation} here`);
}

/** How deep a selection stands, and how many objects it may be read of. */
interface Spot {
  readonly level: number;
  readonly times: number;
  /** In a connection, how many objects its lists hold; its other fields are read once. */
  readonly page?: number;
}

class Walk {
  depth = 0;
  aliases = 0;
  directives = 0;
  /** The largest page that is asked for. */
  page = 0;
  nodes = 0;
  /** What variables that were looked at say. */
  readonly told = new Map<string, Size>();
  readonly #asked: Asked;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;

  constructor(asked: Asked) {
    this.#asked = asked;
    const fragments = asked.document.definitions.filter((definition) => definition.kind === 'FragmentDefinition');
    this.#fragments = new Map(fragments.map((fragment) => [fragment.name.value, fragment]));
    this.directives = asked.operation.directives?.length ?? 0;
  }

  selection(set: SelectionSetNode | undefined, parent: GraphQLNamedType | undefined, spot: Spot): void {
    for (const selection of set?.selections ?? []) {
      this.directives += selection.directives?.length ?? 0;
      if (selection.kind === 'Field') this.#field(selection, parent, spot);
      else if (selection.kind === 'InlineFragment') {
        this.selection(selection.selectionSet, this.#typed(selection.typeCondition?.name.value) ?? parent, spot);
      } else {
        const fragment = this.#fragments.get(selection.name.value);
        this.selection(fragment?.selectionSet, this.#typed(fragment?.typeCondition.name.value), spot);
      }
    }
  }

  #typed(name: string | undefined): GraphQLNamedType | undefined {
    return name === undefined || name.startsWith('__') ? undefined : this.#asked.schema.getType(name);
  }

  #field(node: FieldNode, parent: GraphQLNamedType | undefined, spot: Spot): void {
    if (node.alias !== undefined) this.aliases += 1;
    const introspective = node.name.value.startsWith('__');
    const field = introspective ? undefined : fieldOf(parent, node.name.value);
    if (field !== undefined) this.depth = Math.max(this.depth, spot.level);
    this.nodes += spot.times * (HEAVY[`${parent?.name}.${node.name.value}`] ?? 0);
    const inside = field === undefined ? { times: spot.times } : this.#inside(node, field, spot);
    this.selection(node.selectionSet, field && namedIn(field.type), { level: spot.level + 1, ...inside });
  }

  /** Counts the objects that a field may give: as it is asked, else as the schema says; the lists of a connection are its own. */
  #inside(node: FieldNode, field: GraphQLField<unknown, unknown>, { times, page }: Spot): Omit<Spot, 'level'> {
    const asked = this.#count(node, field);
    if (asked === undefined && (!isList(field.type) || node.selectionSet === undefined)) return { times };
    if (asked === undefined && page !== undefined) return { times: times * page };
    const many = asked ?? this.#listed(node) ?? USUAL_LIST;
    if (many > 1) this.nodes += times * many;
    return asked === undefined || isList(field.type) ? { times: times * many } : { times, page: many };
  }

  /** How many a field is asked for; undefined where it takes no such argument. */
  #count(node: FieldNode, field: GraphQLField<unknown, unknown>): number | undefined {
    for (const name of COUNTS) {
      const argument = field.args.find((arg) => arg.name === name);
      if (argument === undefined) continue;
      const given = node.arguments?.find((arg) => arg.name.value === name);
      const count = Number((given === undefined ? undefined : this.#value(given.value)) ?? argument.defaultValue ?? 1);
      if (name === 'first') this.page = Math.max(this.page, count);
      return Number.isFinite(count) ? Math.max(1, count) : 1;
    }
    return undefined;
  }

  /** How many a list of arguments asks for: `nodes(ids: …)`. */
  #listed(node: FieldNode): number | undefined {
    return node.arguments?.map(({ value }) => this.#value(value)).find(Array.isArray)?.length;
  }

  /** What an argument is given: numbers and lists alone matter here. */
  #value(node: ValueNode): unknown {
    if (node.kind === 'Variable') {
      const given = this.#asked.variables[node.name.value];
      this.told.set(node.name.value, sizeOf(given));
      return given ?? this.#default(node.name.value);
    }
    if (node.kind === 'IntValue') return Number(node.value);
    return node.kind === 'ListValue' ? [...node.values] : undefined;
  }

  #default(name: string): unknown {
    const defined = this.#asked.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return defined?.defaultValue === undefined ? undefined : this.#value(defined.defaultValue);
  }
}

function fieldOf(parent: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  if (parent === undefined || !('getFields' in parent)) return undefined;
  const field = parent.getFields()[name];
  return field !== undefined && 'args' in field ? field : undefined;
}

/** The type that lists and non-nulls are of. */
function namedIn(type: GraphQLOutputType): GraphQLNamedType {
  return 'ofType' in type ? namedIn(type.ofType) : type;
}

function isList(type: GraphQLOutputType): boolean {
  return String(type).startsWith('[');
}
