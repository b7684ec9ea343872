import { readdirSync, readFileSync } from 'node:fs';
import {
  buildSchema,
  type GraphQLNamedType,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql';
import { BOUNDS } from '../../src/api/bounds.ts';
import type { Command, CommandOption } from '../../src/cli/command.ts';
import { type CypherFile, statements } from '../../src/store/queries.ts';
import { printed } from './terminal.ts';

/** Every command of the CLI, in the order of its help. */
export async function commands(): Promise<Command[]> {
  const files = readdirSync('src/cli').filter((file) => file.endsWith('.ts') && file !== 'main.ts');
  const names = files.map((file) => file.replace(/\.ts$/, ''));
  const modules: object[] = await Promise.all(names.map((name) => import(`../../src/cli/${name}.ts`)));
  const found = modules.flatMap((module) => Object.values(module)).filter(isCommand);
  const help = await printed(['--help']);
  return found.sort((a, b) => help.indexOf(`\n  ${a.name} `) - help.indexOf(`\n  ${b.name} `));
}

function isCommand(value: unknown): value is Command {
  return typeof value === 'object' && value !== null && 'summary' in value && 'run' in value && 'options' in value;
}

/** The queries that a reader may ask, as `xueliang query` lists them. */
export async function publicQueries(): Promise<CypherFile[]> {
  const listed = new Set((await printed(['query'])).split('\n').map((line) => /^\w+/.exec(line)?.[0]));
  return statements('read').filter((file) => listed.has(file.name) && file.dialect === 'both');
}

/** docs/cli.md, below its introduction. */
export async function commandReference(): Promise<string> {
  return (await commands()).map(commandSection).join('\n');
}

function commandSection({ name, args, summary, options, help }: Command): string {
  const rows = options.map(optionRow);
  return [
    `## \`xueliang ${`${name} ${args}`.trim()}\``,
    `${sentence(summary)}`,
    ['| option | what it does |', '|---|---|', ...rows].join('\n'),
    `\`\`\`text\n${help.trim()}\n\`\`\`\n`,
  ].join('\n\n');
}

function optionRow({ flags, help, default: fallback, repeatable }: CommandOption): string {
  const notes = [
    help,
    fallback === undefined ? null : `default \`${fallback}\``,
    repeatable === true && !help.includes('repeat for each') ? 'repeatable' : null,
  ];
  return `| \`${flags}\` | ${notes.filter((note) => note !== null).join('; ')} |`;
}

/** docs/queries.md, below its introduction. */
export async function queryReference(): Promise<string> {
  return (await publicQueries()).map(querySection).join('\n');
}

function querySection({ name, purpose, params, defaults = {}, columns, text }: CypherFile): string {
  const takes = params.map((param) => `\`${param}${param in defaults ? optional(defaults[param]) : ''}\``);
  const node = columns.length === 1 && /\{ \.\*|properties\(|RETURN \w+ \{/.test(text);
  return [
    `### \`${name}\``,
    purpose,
    `- parameters: ${takes.length === 0 ? 'none' : takes.join(', ')}`,
    `- columns: ${columns.map((column) => `\`${column}\``).join(', ')}${node ? ' (shown as its properties)' : ''}\n`,
  ]
    .join('\n\n')
    .replace('\n\n- columns', '\n- columns');
}

function optional(value: unknown): string {
  return value === null || value === '' ? '?' : `=${String(value)}`;
}

/** Every type of the API. */
export function apiTypes(): GraphQLNamedType[] {
  const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
  return Object.values(schema.getTypeMap()).filter((type) => type.astNode != null);
}

/** Everything that a type has a name for: values, fields, and arguments as `name:`. */
export function namesIn(type: GraphQLNamedType): string[] {
  if (isEnumType(type)) return type.getValues().map(({ name }) => name);
  if (isInputObjectType(type)) return Object.keys(type.getFields());
  if (!isObjectType(type) && !isInterfaceType(type)) return [];
  return Object.values(type.getFields()).flatMap((field) => [field.name, ...field.args.map(({ name }) => `${name}:`)]);
}

/** docs/api.md, below its introduction. */
export function fieldReference(): string {
  return apiTypes().map(typeSection).join('\n');
}

function typeSection(type: GraphQLNamedType): string {
  const head = [`### \`${type.name}\``, oneLine(type.description), ...relations(type)];
  const rows = isEnumType(type)
    ? type.getValues().map((value) => `| \`${value.name}\` | ${oneLine(value.description)} |`)
    : isObjectType(type) || isInterfaceType(type)
      ? Object.values(type.getFields()).flatMap((field) => [fieldRow(field), ...field.args.map(argumentRow)])
      : isInputObjectType(type)
        ? Object.values(type.getFields()).map(fieldRow)
        : [];
  const columns = isEnumType(type)
    ? ['| value | meaning |', '|---|---|']
    : ['| field | type | what it is |', '|---|---|---|'];
  return [...head, ...(rows.length > 0 ? [[...columns, ...rows].join('\n')] : [])].join('\n\n').concat('\n');
}

/** What a type is beside others: the interfaces it has, the types of a union. */
function relations(type: GraphQLNamedType): string[] {
  const names = (types: readonly GraphQLNamedType[]) => types.map(({ name }) => `\`${name}\``).join(', ');
  if (isUnionType(type)) return [`One of ${names(type.getTypes())}.`];
  if (!isObjectType(type) || type.getInterfaces().length === 0) return [];
  return [`Implements ${names(type.getInterfaces())}.`];
}

interface Field {
  readonly name: string;
  readonly type: unknown;
  readonly description?: string | null | undefined;
  readonly defaultValue?: unknown;
  readonly deprecationReason?: string | null | undefined;
}

function fieldRow(field: Field): string {
  return `| \`${field.name}\` | ${typeCell(field)} | ${said(field)} |`;
}

/** An argument stands below its field. */
function argumentRow(argument: Field): string {
  return `| — \`${argument.name}:\` | ${typeCell(argument)} | ${said(argument)} |`;
}

function typeCell({ type, defaultValue }: Field): string {
  return `\`${String(type)}${defaultValue === undefined ? '' : ` = ${JSON.stringify(defaultValue)}`}\``;
}

function said({ description, deprecationReason }: Field): string {
  return `${oneLine(description)}${deprecationReason ? ` Deprecated: ${oneLine(deprecationReason)}` : ''}`;
}

/** The limits of the server, as docs/serving.md has them. */
export function limitReference(): string {
  const rows = Object.entries(BOUNDS).map(
    ([name, { usual, least, most, says }]) =>
      `| \`${name}\` | ${says} | ${usual.toLocaleString('en')} | ${least.toLocaleString('en')} to ${most.toLocaleString('en')} |`,
  );
  return ['| limit | of what | usual | may be |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function oneLine(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim();
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}${/[.…]$/.test(text) ? '' : '.'}`;
}
