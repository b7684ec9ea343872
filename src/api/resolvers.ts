import { agencies } from './resolvers/agencies.ts';
import { agency } from './resolvers/agency.ts';
import { article } from './resolvers/article.ts';
import { articles } from './resolvers/articles.ts';
import { claim } from './resolvers/claim.ts';
import { claims } from './resolvers/claims.ts';
import { conflicts } from './resolvers/conflicts.ts';
import { deployments } from './resolvers/deployments.ts';
import { fact } from './resolvers/fact.ts';
import { facts } from './resolvers/facts.ts';
import { ingest } from './resolvers/ingest.ts';
import { ingestion } from './resolvers/ingestion.ts';
import { neighborhood } from './resolvers/neighborhood.ts';
import { node } from './resolvers/node.ts';
import { nodes } from './resolvers/nodes.ts';
import { outlet } from './resolvers/outlet.ts';
import { outlets } from './resolvers/outlets.ts';
import { path } from './resolvers/path.ts';
import { place } from './resolvers/place.ts';
import { places } from './resolvers/places.ts';
import { program } from './resolvers/program.ts';
import { programs } from './resolvers/programs.ts';
import { search } from './resolvers/search.ts';
import { spending } from './resolvers/spending.ts';
import { staffing } from './resolvers/staffing.ts';
import { stats } from './resolvers/stats.ts';
import { total } from './resolvers/total.ts';
import { unitCosts } from './resolvers/unitCosts.ts';
import { SCALARS } from './scalars.ts';
import { Agency } from './types/agency.ts';
import { Article } from './types/article.ts';
import { Citation } from './types/citation.ts';
import { Actor, Claim } from './types/claim.ts';
import { Conflict } from './types/conflict.ts';
import { UnitCost } from './types/cost.ts';
import { GraphEdge, GraphNode } from './types/drawn.ts';
import { Fact } from './types/fact.ts';
import { GroupKey } from './types/group-key.ts';
import { Ingestion, IngestResultFields } from './types/ingestion.ts';
import { Outlet } from './types/outlet.ts';
import { Place } from './types/place.ts';
import { Membership, Program } from './types/program.ts';
import { Review } from './types/review.ts';
import { ProgramArrival, ProgramSighting, SharedSource } from './types/spread.ts';
import { AddedFactFields, LeftOutFactFields, Total, TotalStep } from './types/total.ts';

/** Every resolver: a field of Query or Mutation is one file of `resolvers/`, a type one of `types/`. */
export const RESOLVERS: Readonly<Record<string, object>> = {
  Query: {
    ...{ place, agency, program, article, claim, fact, outlet, node, nodes },
    ...{ places, agencies, programs, articles, claims, facts, outlets, conflicts, search, stats },
    ...{ total, spending, deployments, staffing, unitCosts, neighborhood, path, ingestion },
  },
  Mutation: { ingest },
  ...{ Place, Agency, Program, Membership, Article, Outlet, Claim, Actor, Fact },
  ...{ Citation, Conflict, Review, ProgramArrival, ProgramSighting, SharedSource },
  ...{ Total, TotalStep, GroupKey, UnitCost, AddedFact: AddedFactFields, LeftOutFact: LeftOutFactFields },
  ...{ GraphNode, GraphEdge, Ingestion, IngestResult: IngestResultFields },
  ...SCALARS,
};
