import { readdirSync, readFileSync } from 'node:fs';
import { buildSchema, isEnumType, isInputObjectType, isInterfaceType, isObjectType, isScalarType } from 'graphql';
import { describe, expect, it } from 'vitest';
import { NODE_TYPES } from '../../src/api/ids.ts';
import { RESOLVERS } from '../../src/api/resolvers.ts';
import { LABELS } from '../../src/graph/schema.ts';
import { statements } from '../../src/store/queries.ts';

const schema = buildSchema(readFileSync('schema.graphql', 'utf8'));
const types = Object.values(schema.getTypeMap()).filter((type) => !type.name.startsWith('__') && type.astNode);
const queries = Object.keys(schema.getQueryType()?.getFields() ?? {}).sort();
const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {});
const reads = statements('read').map((file) => file.name);

/** Fields of Query that dispatch to other fields' statements, or are computed of facts in memory. */
const DISPATCHES = new Set([
  'node',
  'nodes',
  'total',
  'spending',
  'deployments',
  'staffing',
  'unitCosts',
  'neighborhood',
  'path',
  'ingestion',
]);

describe('schema.graphql', () => {
  it('describes every type, field, argument and value', () => {
    const silent: string[] = [];
    for (const type of types) {
      if (!type.description) silent.push(type.name);
      if (isEnumType(type)) {
        for (const value of type.getValues()) if (!value.description) silent.push(`${type.name}.${value.name}`);
      }
      if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) continue;
      for (const field of Object.values(type.getFields())) {
        if (!field.description) silent.push(`${type.name}.${field.name}`);
        for (const arg of 'args' in field ? field.args : []) {
          if (!arg.description) silent.push(`${type.name}.${field.name}(${arg.name})`);
        }
      }
    }
    expect(silent).toEqual([]);
  });

  it('has one file of src/api/resolvers for each field of Query and Mutation, and no other', () => {
    const files = readdirSync('src/api/resolvers').map((file) => file.replace(/\.ts$/, ''));
    expect(files.sort()).toEqual([...queries, ...mutations].sort());
    expect(Object.keys(RESOLVERS.Query ?? {}).sort()).toEqual(queries);
  });

  it('has one file of cypher/read for each field of Query', () => {
    expect(queries.filter((field) => !DISPATCHES.has(field) && !reads.includes(field))).toEqual([]);
  });

  it('has a resolver, or a property of the graph, for each field of a type that has a global id', () => {
    const missing: string[] = [];
    for (const name of Object.keys(NODE_TYPES) as (keyof typeof NODE_TYPES)[]) {
      const type = schema.getType(name);
      const known = new Set<string>([...LABELS[name].properties, ...Object.keys(RESOLVERS[name] ?? {})]);
      const fields = isObjectType(type) ? Object.keys(type.getFields()) : [];
      expect(fields, name).not.toEqual([]);
      missing.push(...fields.filter((field) => !known.has(field)).map((field) => `${name}.${field}`));
    }
    expect(missing).toEqual([]);
  });

  it('declares what has a resolver, and scalars say how they are written', () => {
    const fields = (name: string): string[] => {
      const type = schema.getType(name);
      return isObjectType(type)
        ? Object.keys(type.getFields())
        : isScalarType(type)
          ? ['serialize', 'parseValue', 'parseLiteral']
          : [];
    };
    const strange = Object.entries(RESOLVERS).flatMap(([type, resolvers]) =>
      Object.keys(resolvers)
        .filter((field) => !fields(type).includes(field))
        .map((field) => `${type}.${field}`),
    );
    expect(strange).toEqual([]);
    const own = types.filter((type) => isScalarType(type)).map((type) => type.name);
    expect(own.filter((name) => !(name in RESOLVERS))).toEqual([]);
  });

  it('names statements of cypher/read only, and keeps Cypher out of the API', () => {
    const files = readdirSync('src/api', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));
    const named = /listed\('\w+', '(\w+)'|(?:rows|read)\('(\w+)'|(?:query|counting): '(\w+)'/g;
    const used = new Set<string>(Object.values(NODE_TYPES));
    for (const file of files) {
      const source = readFileSync(`src/api/${file}`, 'utf8');
      expect(source, file).not.toMatch(/\b(MATCH|UNWIND|RETURN|MERGE) /);
      for (const [, a, b, c] of source.matchAll(named)) used.add(a ?? b ?? c ?? '');
    }
    expect(used.size).toBeGreaterThan(20);
    expect([...used].filter((name) => !reads.includes(name))).toEqual([]);
  });
});
