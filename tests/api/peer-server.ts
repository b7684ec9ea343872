import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { Neo4jGraphQL } from '@neo4j/graphql';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Driver } from 'neo4j-driver';

/** The parts of the graph that the questions ask for, in the words of `@neo4j/graphql`. */
const TYPES = /* GraphQL */ `
  type Place @node @fulltext(indexes: [{ indexName: "search", queryName: "findPlaces", fields: ["searchText"] }]) {
    code: String!
    name: String!
    level: String
    searchText: String
  }
  type Agency @node @fulltext(indexes: [{ indexName: "search", queryName: "findAgencies", fields: ["searchText"] }]) {
    id: String!
    name: String!
    type: String
    searchText: String
    serves: [Place!]! @relationship(type: "SERVES", direction: OUT)
    parents: [Agency!]! @relationship(type: "PART_OF", direction: OUT)
    units: [Agency!]! @relationship(type: "PART_OF", direction: IN)
    funded: [Program!]! @relationship(type: "FUNDED", direction: OUT, properties: "Derived")
    deployed: [Program!]! @relationship(type: "DEPLOYED", direction: OUT, properties: "Derived")
    staffed: [Program!]! @relationship(type: "STAFFED", direction: OUT, properties: "Derived")
    operates: [Program!]! @relationship(type: "OPERATES", direction: OUT, properties: "Derived")
    fundedThings: [Asset!]! @relationship(type: "FUNDED", direction: OUT, properties: "Derived")
    deployedThings: [Asset!]! @relationship(type: "DEPLOYED", direction: OUT, properties: "Derived")
    staffedThings: [Asset!]! @relationship(type: "STAFFED", direction: OUT, properties: "Derived")
  }
  type Derived @relationshipProperties {
    factId: String
    figure: Float
    min: Float
    max: Float
    year: Int
    stage: String
  }
  type Asset @node {
    kind: String!
    name: String
  }
  type Program @node @fulltext(indexes: [{ indexName: "search", queryName: "findPrograms", fields: ["searchText"] }]) {
    id: String!
    name: String!
    category: String
    searchText: String
    claims: [Claim!]! @relationship(type: "ABOUT", direction: IN)
  }
  type Article @node @fulltext(indexes: [{ indexName: "search", queryName: "findArticles", fields: ["searchText"] }]) {
    id: String!
    title: String
    outlet: String
    publishedOn: String
    searchText: String
  }
  type Outlet @node @fulltext(indexes: [{ indexName: "search", queryName: "findOutlets", fields: ["searchText"] }]) {
    name: String!
    searchText: String
  }
  type Claim @node @fulltext(indexes: [{ indexName: "search", queryName: "findClaims", fields: ["searchText"] }]) {
    id: String!
    kind: String!
    quote: String!
    start: Int!
    end: Int!
    year: Int
    stage: String
    count: Float
    unit: String
    amountCny: Float
    assetText: String
    searchText: String
    articles: [Article!]! @relationship(type: "REPORTED", direction: IN)
    programs: [Program!]! @relationship(type: "ABOUT", direction: OUT)
    places: [Place!]! @relationship(type: "AT", direction: OUT)
  }
`;

/** The same Neo4j behind `@neo4j/graphql`, on the same Apollo and Fastify; its address is that of `/graphql`. */
export async function peerServer(
  driver: Driver,
): Promise<{ readonly url: string; readonly close: () => Promise<void> }> {
  const filters = { String: { GT: true, LT: true, GTE: true, LTE: true } };
  const neo4j = new Neo4jGraphQL({ typeDefs: TYPES, driver, features: { filters } });
  const apollo = new ApolloServer({ schema: await neo4j.getSchema(), stopOnTerminationSignals: false });
  await apollo.start();
  const app = Fastify() as unknown as FastifyInstance;
  const context = async () => ({ sessionConfig: { defaultAccessMode: 'READ' } });
  app.post('/graphql', fastifyApolloHandler(apollo, { context }) as never);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const close = async () => {
    await app.close();
    await apollo.stop();
  };
  return { url: `${url}/graphql`, close };
}
